import postgres from 'postgres'
import { insertAccountLink } from '#db/queries/account-links.ts'
import {
  getCompany,
  insertAgreementAcceptance,
  insertPaymentAccount,
  updateCompany,
  updateSeriesForm,
} from '#db/queries/companies.ts'
import { listInbox } from '#db/queries/inbox.ts'
import { listRequestsOfCustomer } from '#db/queries/link-requests.ts'
import { insertUser, updatePassword, updateUserName } from '#db/queries/users.ts'
import type { AccountLinkPurpose } from '#db/schema/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { readAgreement } from '#lib/adapters/agreement.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyDraft, emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import { acceptAgreement } from '#lib/services/account/activation.ts'
import { registerCompany } from '#lib/services/account/register-company.ts'
import { findArticles } from '#lib/services/articles/find-articles.ts'
import { forgetArticle } from '#lib/services/articles/forget-article.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { removeAttachment } from '#lib/services/attachments/change-attachment.ts'
import type { Platform, PublicContext, TenantContext } from '#lib/services/context.ts'
import { addCustomer, removeCustomer, saveCustomerCard } from '#lib/services/customers/customers.ts'
import { answerDocument } from '#lib/services/inbox/answer-document.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import { removeDraft } from '#lib/services/invoices/void-invoice.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { approveRequests, refuseRequest } from '#lib/services/recipients/requests.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'
import { removeTemplate } from '#lib/services/templates/change-template.ts'
import { saveTemplate } from '#lib/services/templates/save-template.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft, undeliveredInvoice } from '#tests/setup/invoices.ts'
import { newCompany } from '#tests/setup/platform.ts'
import type { Canaries } from './canaries.ts'

/** Everybody's password. */
export const password = 'ett långt lösenord för provet'

/** What is made for the proof is made with. */
export type Maker = {
  readonly platform: Platform
  /** As whoever may be anyone. */
  readonly anyone: PublicContext
  readonly ownerUrl: string
  readonly canaries: Canaries
}

/** A fictional organisation number with a right check digit. */
export function orgNumberOf(serial: number): string {
  const digits = `559999${String(serial).padStart(3, '0')}`
  return `${digits}${luhnDigit(digits)}`
}

/** A company with a user who can sign in and has accepted the agreement. */
export async function makeCompany(
  { platform }: Pick<Maker, 'platform'>,
  kind: 'supplier' | 'recipient',
  orgNumber: string,
): Promise<TenantContext> {
  const ctx = await newCompany(platform, kind, orgNumber)
  await updatePassword(platform.db, ctx.userId, await hashPassword(password))
  const { version, locale, hash } = await readAgreement('sv')
  const evidence = { userId: ctx.userId, version, locale, textHash: hash, address: ctx.address }
  await withTenant(platform.db, ctx.tenantId, (tx) =>
    insertAgreementAcceptance(tx, {
      ...evidence,
      tenantId: ctx.tenantId,
      id: newId(),
      acceptedAt: new Date(),
    }),
  )
  return ctx
}

/** A user without a company's session: an operator, or another user of a company. */
export async function makeUser(
  { platform }: Maker,
  kind: 'operator' | 'supplier',
  companyId: string | null,
  email: string,
): Promise<{ userId: string; userEmail: string }> {
  const userId = newId()
  const passwordHash = await hashPassword(password)
  await insertUser(platform.db, {
    id: userId,
    kind,
    companyId,
    email,
    name: 'Prov Person',
    locale: 'sv',
    passwordHash,
  })
  return { userId, userEmail: email }
}

/** The row of a link in a letter, good for an hour. */
export async function makeLink(
  { platform }: Maker,
  purpose: AccountLinkPurpose,
  of: { email: string; userId?: string; partyId?: string },
): Promise<string> {
  const id = newId()
  await insertAccountLink(platform.db, {
    ...of,
    id,
    purpose,
    tokenHash: sha256(linkToken(platform.linkSecret, purpose, id)),
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
  })
  return id
}

let serial = 100

/** A party of the directory with a number of its own; `claimedBy` may be nobody. */
export async function makeParty(
  { ownerUrl }: Maker,
  approval: 'auto' | 'manual',
  claimedBy: string | null,
): Promise<{ partyId: string; orgNumber: string }> {
  serial += 1
  const orgNumber = orgNumberOf(serial)
  const partyId = await newParty(ownerUrl, {
    orgNumber,
    approval,
    companyId: claimedBy,
    contactEmail: `parten-${serial}@mottagaren.example`,
  })
  return { partyId, orgNumber }
}

/** A customer of the supplier that a party of the recipient's is asked for; gives the open request. */
export async function makeRequest(
  maker: Maker,
  supplier: TenantContext,
  recipient: TenantContext,
  words: { customerNumber: string; message: string } = { customerNumber: '', message: '' },
): Promise<{ customerId: string; requestId: string; partyId: string }> {
  const { partyId } = await makeParty(maker, 'manual', recipient.tenantId)
  const { customerId } = expectValue(await addCustomer(supplier, { partyId, ...words }))
  const [request] = await withTenant(supplier.db, supplier.tenantId, (tx) =>
    listRequestsOfCustomer(tx, supplier.tenantId, customerId),
  )
  if (!request) throw new Error('makeRequest: nobody was asked')
  return { customerId, requestId: request.id, partyId }
}

/** A registration on its way, its agreement accepted when asked for. */
export async function makeRegistration(
  { anyone, platform }: Maker,
  companyName: string,
  isAccepted: boolean,
): Promise<string> {
  serial += 1
  const contact = { contactName: 'Prov Person', email: `registrering-${newId()}@provbolaget.example` }
  const made = expectValue(
    await registerCompany(anyone, { companyName, orgNumber: orgNumberOf(serial), ...contact }),
  )
  const token = linkToken(platform.linkSecret, 'activation', made.registrationId)
  const agreement = await readAgreement('sv')
  if (isAccepted) expectValue(await acceptAgreement(anyone, { token, ...agreement }, agreement))
  return made.registrationId
}

/** A draft whose number, note and line nobody can guess. */
export async function makeDraft(
  canaries: Canaries,
  supplier: TenantContext,
  customerId: string,
  name: string,
  paymentAccountIds?: readonly string[],
): Promise<{ invoiceId: string; revision: number }> {
  const line = { ...emptyLine(newId()), itemName: canaries.of(`${name}: line`), unitPrice: '1 299,50' }
  return savedDraft(supplier, customerId, {
    note: canaries.of(`${name}: note`),
    purchaseOrderReference: canaries.of(`${name}: order`),
    ...(paymentAccountIds === undefined ? {} : { paymentAccountIds }),
    lines: [line],
  })
}

/** Adds a file with content nobody can guess to an invoice that is not sent. */
export async function makeFile(
  canaries: Canaries,
  supplier: TenantContext,
  invoiceId: string,
  name: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(
    `Datum;Belopp\r\n2026-11-03;${canaries.of(`${name}: file content`)}\r\n`,
  )
  const fileName = `${canaries.of(`${name}: file name`)}.csv`
  return expectValue(await addAttachment(supplier, { invoiceId, fileName, bytes })).id
}

/** An invoice in *Godkänn och skicka*. */
export async function makeReady(
  canaries: Canaries,
  supplier: TenantContext,
  customerId: string,
  name: string,
  accounts?: readonly string[],
): Promise<string> {
  const draft = await makeDraft(canaries, supplier, customerId, name, accounts)
  expectValue(await prepareInvoice(supplier, draft))
  return draft.invoiceId
}

/** The article that was remembered of a ready invoice's line. */
async function articleOf(canaries: Canaries, supplier: TenantContext, name: string): Promise<string> {
  const typed = canaries.of(`${name}: line`)
  const [article] = await findArticles(supplier, { typed, customerId: '' })
  if (!article) throw new Error('articleOf: nothing was remembered')
  return article.id
}

/** One that failed, one of which nobody knows, and one that leaves in an hour and can be undone. */
async function makeUnsettled(supplier: TenantContext, ready: (name: string) => Promise<string>) {
  const [undelivered, uncertain, leaving] = [
    await ready('undelivered'),
    await ready('uncertain'),
    await ready('leaving'),
  ]
  await undeliveredInvoice(supplier, undelivered, 'failed')
  return {
    undelivered,
    uncertain,
    uncertainDelivery: await undeliveredInvoice(supplier, uncertain, 'uncertain'),
    leaving,
    leavingDelivery: await makeLeaving(supplier, leaving),
  }
}

/** Sends an invoice that leaves in an hour: until then it can be undone. Gives its delivery's id. */
export async function makeLeaving(supplier: TenantContext, invoiceId: string): Promise<string> {
  await sendInvoices({ ...supplier, undoSeconds: 3_600 }, [invoiceId])
  return (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
}

/** An invoice that has reached the recipient's inbox: its id there, and the supplier's own. */
export async function makeReceived(
  maker: Maker,
  supplier: TenantContext,
  recipient: TenantContext,
  customerId: string,
): Promise<{ documentId: string; invoiceId: string }> {
  const invoiceId = await makeReady(maker.canaries, supplier, customerId, 'fresh')
  await sendInvoices(supplier, [invoiceId])
  await settled(maker.ownerUrl, supplier.tenantId)
  const documents = await withTenant(maker.platform.db, recipient.tenantId, (tx) =>
    listInbox(tx, recipient.tenantId, 1),
  )
  return { documentId: documents[0]?.id ?? '', invoiceId }
}

/** An invoice that the recipient has rejected, in words nobody can guess. */
async function makeRejected(
  maker: Maker,
  supplier: TenantContext,
  recipient: TenantContext,
  customerId: string,
): Promise<string> {
  const { documentId, invoiceId } = await makeReceived(maker, supplier, recipient, customerId)
  const text = maker.canaries.of('rejected: reason')
  expectValue(await answerDocument(recipient, { documentId, answer: 'rejected', text }))
  return invoiceId
}

/** A draft that names what the victims have wherever a draft names anything. */
export function draftOf(ids: Belongings): InvoiceDraft {
  return {
    ...emptyDraft({ lineKey: newId(), customerId: ids.customer, paymentAccountIds: [ids.account] }),
    kind: 'credit-note',
    precedingInvoices: [{ invoiceId: ids.sent, number: '1', issueDate: '2026-11-03' }],
    templateId: ids.template,
    lines: [{ ...emptyLine(newId()), itemName: 'Bänkskiva', unitPrice: '10' }],
  }
}

/** The ids of what the two victims have. */
export type Belongings = Awaited<ReturnType<typeof makeBelongings>>

/** Gives the supplier and the recipient one of everything. */
export async function makeBelongings(maker: Maker, supplier: TenantContext, recipient: TenantContext) {
  const { platform, canaries } = maker
  const party = await makeParty(maker, 'auto', recipient.tenantId)
  const account = await makeCompanyFacts(maker, supplier, recipient)
  const customers = await makeCustomers(maker, supplier, recipient, party.partyId)
  const of = (name: string) => [canaries, supplier, customers.customer, name, [account]] as const
  const draft = await makeDraft(...of('draft'))
  const removedDraft = (await makeDraft(...of('removed draft'))).invoiceId
  expectValue(await removeDraft(supplier, removedDraft))
  const ready = await makeReady(...of('ready'))
  const numberedDraft = await makeReady(...of('numbered draft'))
  expectValue(await takeBack(supplier, numberedDraft))
  const sent = await makeReady(...of('sent'))
  const files = {
    draftFile: await makeFile(canaries, supplier, draft.invoiceId, 'draft'),
    removedFile: await makeFile(canaries, supplier, draft.invoiceId, 'removed'),
    readyFile: await makeFile(canaries, supplier, ready, 'ready'),
    sentFile: await makeFile(canaries, supplier, sent, 'sent'),
  }
  expectValue(await removeAttachment(supplier, files.removedFile))
  await sendInvoices(supplier, [sent])
  await settled(maker.ownerUrl, supplier.tenantId)
  const forgottenArticle = await articleOf(canaries, supplier, 'numbered draft')
  expectValue(await forgetArticle(supplier, { articleId: forgottenArticle }))
  const removedTemplate = await makeTemplate(...of('removed template'))
  expectValue(await removeTemplate(supplier, { templateId: removedTemplate }))
  const [document] = await withTenant(platform.db, recipient.tenantId, (tx) =>
    listInbox(tx, recipient.tenantId, 1),
  )
  return {
    ...customers,
    ...files,
    account,
    party: party.partyId,
    recipientOrgNumber: party.orgNumber,
    freeParty: (await makeParty(maker, 'auto', recipient.tenantId)).partyId,
    draft: draft.invoiceId,
    draftRevision: draft.revision,
    removedDraft,
    ready,
    numberedDraft,
    sent,
    ...(await makeUnsettled(supplier, (name) => makeReady(...of(name)))),
    rejected: await makeRejected(maker, supplier, recipient, customers.customer),
    creditDraft: expectValue(await creditInvoice(supplier, sent)).draftId,
    template: await makeTemplate(...of('template')),
    removedTemplate,
    article: await articleOf(canaries, supplier, 'sent'),
    forgottenArticle,
    document: document?.id ?? '',
    ...(await makeLinks(maker, supplier)),
  }
}

/** What a company has of itself: a contact, a footer, an account, numbers that begin as no others do. */
async function makeCompanyFacts(
  { platform, canaries }: Maker,
  supplier: TenantContext,
  recipient: TenantContext,
): Promise<string> {
  const account = newId()
  const { tenantId } = supplier
  await withTenant(platform.db, tenantId, async (tx) => {
    const number = canaries.account('account')
    await insertPaymentAccount(tx, tenantId, { id: account, kind: 'bankgiro', number, isDefault: false })
    await updateSeriesForm(tx, tenantId, 'invoice', { prefix: canaries.prefix('number'), minDigits: 1 })
    const own = { contactName: canaries.of('company: contact'), footer: canaries.of('company: footer') }
    await updateCompany(tx, tenantId, { ...(await getCompany(tx, tenantId)), ...own }, new Date())
  })
  await updateUserName(platform.db, supplier.userId, canaries.of('supplier: name'))
  await updateUserName(platform.db, recipient.userId, canaries.of('recipient: name'))
  return account
}

async function makeCustomers(
  maker: Maker,
  supplier: TenantContext,
  recipient: TenantContext,
  partyId: string,
) {
  const { canaries } = maker
  const words = (name: string) => ({
    customerNumber: canaries.of(`${name}: number`),
    message: canaries.of(`${name}: message`),
  })
  const { customerId } = expectValue(await addCustomer(supplier, { partyId, ...words('customer') }))
  const defaults = { buyerIdentifier: canaries.of('customer: identifier') }
  const card = { vatNumber: '', defaults, address: undefined }
  expectValue(await saveCustomerCard(supplier, { customerId, ...card }))
  const open = await makeRequest(maker, supplier, recipient, words('awaiting'))
  const approved = await makeRequest(maker, supplier, recipient, words('approved'))
  expectValue(await approveRequests(recipient, { requestIds: [approved.requestId] }))
  const refused = await makeRequest(maker, supplier, recipient, words('refused'))
  expectValue(
    await refuseRequest(recipient, { requestId: refused.requestId, reason: canaries.of('refused: reason') }),
  )
  const removed = await makeRequest(maker, supplier, recipient, words('removed'))
  expectValue(await removeCustomer(supplier, { customerId: removed.customerId }))
  return {
    customer: customerId,
    awaitingCustomer: open.customerId,
    removedCustomer: removed.customerId,
    openRequest: open.requestId,
    approvedRequest: approved.requestId,
    refusedRequest: refused.requestId,
  }
}

/** A template whose name and line nobody can guess. */
export async function makeTemplate(
  canaries: Canaries,
  supplier: TenantContext,
  customerId: string,
  name: string,
  accounts: readonly string[] = [],
): Promise<string> {
  const draft = {
    ...emptyDraft({ lineKey: newId(), customerId, paymentAccountIds: accounts }),
    lines: [{ ...emptyLine(newId()), itemName: canaries.of(`${name}: line`), unitPrice: '10' }],
  }
  const shape = { name: canaries.of(`${name}: name`), termsDays: '20', keepLines: true, draft }
  return expectValue(await saveTemplate(supplier, shape)).id
}

/** Links in letters to addresses that nobody else knows. */
async function makeLinks(maker: Maker, supplier: TenantContext) {
  const address = (name: string) => `${maker.canaries.of(name)}@provbolaget.example`
  const forgetful = await makeUser(maker, 'supplier', supplier.tenantId, address('address: forgot'))
  const unclaimed = await makeParty(maker, 'auto', null)
  return {
    registration: await makeRegistration(maker, maker.canaries.of('registration: company'), true),
    resetLink: await makeLink(maker, 'password-reset', {
      email: forgetful.userEmail,
      userId: forgetful.userId,
    }),
    emailLink: await makeLink(maker, 'email-change', {
      email: address('address: new'),
      userId: supplier.userId,
    }),
    invitation: await makeLink(maker, 'operator-invitation', { email: address('address: invited') }),
    claimLink: await makeLink(maker, 'party-claim', {
      email: address('address: claim'),
      partyId: unclaimed.partyId,
    }),
  }
}

/** Waits until nothing is under way any more, but for what waits for its time: every invoice delivered, every letter sent. Throws after a minute. */
export async function settled(ownerUrl: string, tenantId: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1 })
  try {
    for (const limit = Date.now() + 60_000; Date.now() < limit; ) {
      const waiting = await owner.begin(async (tx) => {
        await tx`select set_config('app.tenant', ${tenantId}, true)`
        return tx`
          select 1 from deliveries
            where state in ('sending', 'retrying') or (state = 'queued' and next_attempt_at is null)
          union all select 1 from mails where sent_at is null
          union all select 1 from deliveries d where d.state = 'delivered'
            and not exists (select 1 from pdfs where pdfs.message_id = d.message_id)`
      })
      if (waiting.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the worker did not come to an end within a minute')
  } finally {
    await owner.end()
  }
}
