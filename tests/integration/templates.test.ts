import { afterAll, beforeAll, expect, test } from 'vitest'
import { deletePaymentAccount, insertPaymentAccount } from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { addDays } from '#lib/core/dates.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyDraft, emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { draftDates } from '#lib/invoice/terms.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer, removeCustomer } from '#lib/services/customers/customers.ts'
import { saveDraft, startDraft } from '#lib/services/invoices/drafts.ts'
import {
  duplicateTemplate,
  removeTemplate,
  renameTemplate,
  restoreTemplate,
} from '#lib/services/templates/change-template.ts'
import { readTemplates } from '#lib/services/templates/list-templates.ts'
import { openTemplate } from '#lib/services/templates/open-template.ts'
import { saveTemplate, updateTemplate } from '#lib/services/templates/save-template.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let supplier: TenantContext
let stranger: TenantContext
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  supplier = await newCompany(platform, 'supplier', '5599990008')
  stranger = await newCompany(platform, 'supplier', '5599991006')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', name: 'Provköpings kommun' })
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

/** What is saved when nothing of it matters but that it is one more. */
function input(name: string, draft: Partial<InvoiceDraft> = {}) {
  return {
    name,
    termsDays: '30',
    keepLines: true,
    draft: { ...emptyDraft({ lineKey: 'first' }), ...draft },
  }
}

async function withTemplates(orgNumber: string, count: number): Promise<TenantContext> {
  const own = await newCompany(platform, 'supplier', orgNumber)
  for (let at = 1; at <= count; at += 1) expectValue(await saveTemplate(own, input(`Mall ${at}`)))
  return own
}

async function namesOf(ctx: TenantContext): Promise<string[]> {
  return (await readTemplates(ctx)).rows.map((row) => row.name)
}

const open = (ctx: TenantContext, templateId: string) =>
  openTemplate(ctx, { invoiceId: newId(), lineKey: newId(), templateId })

test('fifty saves at once on nine templates end at ten, and the others are told that it is full (R6)', async () => {
  const own = await withTemplates('5599992004', 9)
  // Connections first: saves that wait for one come one after another, lock or not.
  await Promise.all(Array.from({ length: 24 }, () => readTemplates(own)))
  const saves = await Promise.all(
    Array.from({ length: 50 }, (_, at) => saveTemplate(own, input(`Samtidig ${at}`))),
  )
  expect(saves.filter((save) => save.ok)).toHaveLength(1)
  expect(saves.filter((save) => !save.ok && save.code === 'templates-full')).toHaveLength(49)
  expect(await namesOf(own)).toHaveLength(10)
})

test('at ten, the eleventh takes the place of the one that is named, and ten remain', async () => {
  const own = await withTemplates('5599993002', 10)
  const [first] = (await readTemplates(own)).rows
  expect(await saveTemplate(own, input('Elfte'))).toMatchObject({ ok: false, code: 'templates-full' })
  const replacing = { ...input('Elfte'), replaceId: first?.id ?? '' }
  expect(await saveTemplate(own, replacing)).toMatchObject({ ok: true })
  expect(await saveTemplate(own, replacing)).toMatchObject({ ok: false, code: 'templates-full' })
  const names = await namesOf(own)
  expect(names).toHaveLength(10)
  expect(names).toContain('Elfte')
  expect(names).not.toContain(first?.name)
  const copied = await duplicateTemplate(own, {
    templateId: (await readTemplates(own)).rows[0]?.id ?? '',
    name: 'En till',
  })
  expect(copied).toMatchObject({ ok: false, code: 'templates-full' })
})

test('a limit that is configured holds instead of ten (S26)', async () => {
  const own = { ...(await withTemplates('5599994000', 2)), templateLimit: 2 }
  expect(await saveTemplate(own, input('Tredje'))).toMatchObject({ ok: false, code: 'templates-full' })
})

test('what was removed comes back, unless its place was taken', async () => {
  const own = await withTemplates('5599995007', 10)
  const [first, second] = (await readTemplates(own)).rows
  const [firstId, secondId] = [first?.id ?? '', second?.id ?? '']
  expectValue(await removeTemplate(own, { templateId: firstId }))
  expect(await open(own, firstId)).toMatchObject({ ok: false, code: 'unknown-template' })
  expect(expectValue(await restoreTemplate(own, { templateId: firstId })).name).toBe(first?.name)
  expect(await namesOf(own)).toHaveLength(10)

  expectValue(await removeTemplate(own, { templateId: secondId }))
  expectValue(await saveTemplate(own, input('Tog platsen')))
  const late = await restoreTemplate(own, { templateId: secondId })
  expect(late).toMatchObject({ ok: false, code: 'templates-full' })
  expect(await namesOf(own)).toHaveLength(10)
})

test('a template brings back what recurs, and never a number or a date (S21, S24, S27)', async () => {
  const { customerId } = expectValue(
    await addCustomer(supplier, { partyId, customerNumber: '', message: '' }),
  )
  const { draft, accounts } = await startDraft(supplier, { invoiceId: newId(), lineKey: newId(), customerId })
  const line = {
    ...emptyLine('rad'),
    itemName: 'Städning',
    quantity: '4',
    unitPrice: '595,00',
    lineNote: 'Varje vecka',
    periodStart: '2020-01-01',
    periodEnd: '2020-01-31',
  }
  const filled: InvoiceDraft = {
    ...draft,
    invoiceNumber: 'HAND-77',
    invoiceNumberEdited: true,
    issueDate: '2020-01-31',
    issueDateEdited: true,
    dueDate: '2020-03-31',
    dueDateEdited: true,
    deliveryDate: '2020-01-15',
    periodStart: '2020-01-01',
    periodEnd: '2020-01-31',
    paymentReference: '424242',
    paymentReferenceEdited: true,
    buyerReference: 'FM8440',
    deliverToName: 'Förrådet',
    deliverToStreet: 'Lagergatan 9',
    deliverToPostalCode: '903 26',
    deliverToCity: 'Umeå',
    lines: [line],
  }
  const saved = await saveTemplate(supplier, {
    name: 'Städ',
    termsDays: '45',
    keepLines: true,
    draft: filled,
  })
  const { id } = expectValue(saved)
  const stored = (await readTemplates(supplier)).rows.find((row) => row.id === id)
  expect(stored).toMatchObject({ customerName: 'Provköpings kommun', lastUsedAt: null })
  expect(JSON.stringify(stored?.draft)).not.toMatch(/2020-|HAND-77|424242/)

  const opened = expectValue(await open(supplier, id))
  expect(opened).toMatchObject({ revision: 0, missing: { customer: false, accounts: 0 } })
  expect(opened.draft).toMatchObject({
    customerId,
    templateId: id,
    buyerReference: 'FM8440',
    deliverToName: 'Förrådet',
    deliverToStreet: 'Lagergatan 9',
    deliverToPostalCode: '903 26',
    deliverToCity: 'Umeå',
    paymentTermsDays: '45',
    paymentAccountIds: accounts.map((account) => account.id),
    invoiceNumber: draft.invoiceNumber,
    invoiceNumberEdited: false,
    issueDate: opened.today,
    dueDateEdited: false,
    lines: [{ itemName: 'Städning', quantity: '4', unitPrice: '595,00', lineNote: 'Varje vecka' }],
  })
  expect(draftDates(opened.draft, opened.today).dueDate).toBe(addDays(opened.today, 45))

  // It was used once there is an invoice of it.
  expectValue(await saveDraft(supplier, { invoiceId: opened.id, revision: 0, draft: opened.draft }))
  const used = (await readTemplates(supplier)).rows.find((row) => row.id === id)
  expect(used?.lastUsedAt).toBeInstanceOf(Date)

  const slim = { name: 'Städ', termsDays: '', keepLines: false, draft: filled, templateId: id }
  expectValue(await updateTemplate(supplier, slim))
  const again = expectValue(await open(supplier, id))
  expect(again.draft.lines).toHaveLength(1)
  expect(again.draft).toMatchObject({ paymentTermsDays: '30', lines: [{ itemName: '' }] })
})

test('a customer and an account that are gone give way to the usual, and are named', async () => {
  const own = await newCompany(platform, 'supplier', '5599996005')
  const { customerId } = expectValue(await addCustomer(own, { partyId, customerNumber: '', message: '' }))
  const accountId = newId()
  await withTenant(platform.db, own.tenantId, (tx) =>
    insertPaymentAccount(tx, own.tenantId, {
      id: accountId,
      kind: 'plusgiro',
      number: '4002028',
      bic: '',
      isDefault: false,
    }),
  )
  const { id } = expectValue(
    await saveTemplate(own, input('Gammal', { customerId, paymentAccountIds: [accountId] })),
  )
  expectValue(await removeCustomer(own, { customerId }))
  await withTenant(platform.db, own.tenantId, (tx) => deletePaymentAccount(tx, own.tenantId, accountId))
  const opened = expectValue(await open(own, id))
  expect(opened.missing).toEqual({ customer: true, customerName: 'Provköpings kommun', accounts: 1 })
  expect(opened.draft.customerId).toBe('')
  expect(opened.draft.paymentAccountIds).toEqual(opened.accounts.map((account) => account.id))
})

test('another company’s template cannot be opened, changed, replaced or removed, nor its customer taken', async () => {
  const { customerId } = expectValue(
    await addCustomer(supplier, { partyId, customerNumber: '', message: '' }),
  )
  const { id } = expectValue(await saveTemplate(supplier, input('Hemlig', { customerId })))
  const unknown = { ok: false, code: 'unknown-template' }
  expect(await open(stranger, id)).toMatchObject(unknown)
  expect(await renameTemplate(stranger, { templateId: id, name: 'Min' })).toMatchObject(unknown)
  expect(await duplicateTemplate(stranger, { templateId: id, name: 'Min' })).toMatchObject(unknown)
  expect(await updateTemplate(stranger, { ...input('Min'), templateId: id })).toMatchObject(unknown)
  expect(await removeTemplate(stranger, { templateId: id })).toMatchObject(unknown)
  expect(await restoreTemplate(stranger, { templateId: id })).toMatchObject(unknown)
  expectValue(await saveTemplate(stranger, { ...input('Egen', { customerId }), replaceId: id }))
  expect((await readTemplates(stranger)).rows).toMatchObject([{ name: 'Egen', customerName: null }])
  expect(await namesOf(supplier)).toContain('Hemlig')
  expect(await renameTemplate(supplier, { templateId: id, name: 'Min egen' })).toMatchObject({ ok: true })
})
