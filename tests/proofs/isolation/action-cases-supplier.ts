import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import {
  draftOf,
  makeDraft,
  makeFile,
  makeReady,
  makeRequest,
  makeTemplate,
  orgNumberOf,
  password,
} from './belongings.ts'
import type { ActionCase } from './cases.ts'
import type { World } from './world.ts'

async function freshDraft({ canaries, supplier, ids }: World) {
  return makeDraft(canaries, supplier, ids.customer, 'fresh')
}

async function freshReady({ canaries, supplier, ids }: World): Promise<string> {
  return makeReady(canaries, supplier, ids.customer, 'fresh')
}

async function freshRequest(world: World) {
  return makeRequest(world, world.supplier, world.recipient)
}

async function freshTemplate({ canaries, supplier, ids }: World): Promise<string> {
  return makeTemplate(canaries, supplier, ids.customer, 'fresh')
}

const account = (number: string) => ({
  kind: 'bankgiro',
  number,
  bic: '',
  ocr: 'none',
  currentPassword: password,
})

const template = (world: World) => ({
  name: 'Någon annans mall',
  termsDays: '15',
  keepLines: 'on',
  draft: JSON.stringify(draftOf(world.ids)),
})

const ofInvoices: Record<string, ActionCase> = {
  prepareInvoiceAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.draft, revision: String(ids.draftRevision) }),
    control: async (world) => {
      const { invoiceId, revision } = await freshDraft(world)
      return { invoiceId, revision: String(revision) }
    },
    expect: async (world, fields) => {
      const found = await getInvoice(world.supplier, String(fields.invoiceId))
      return found?.invoice.state === 'ready'
    },
  },
  sendInvoicesAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ 'invoiceIds[]': [ids.ready, ids.draft, ids.sent] }),
    control: async (world) => ({ 'invoiceIds[]': [await freshReady(world)] }),
    expect: async (world, fields) => {
      const found = await getInvoice(world.supplier, String(fields['invoiceIds[]']))
      return found?.invoice.state === 'sent'
    },
  },
  undoSendAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ 'invoiceIds[]': [ids.leaving, ids.sent] }),
    control: ({ ids }) => ({ 'invoiceIds[]': [ids.leaving] }),
    expect: async (world) => {
      const found = await getInvoice(world.supplier, world.ids.leaving)
      return found?.invoice.state === 'ready'
    },
  },
  takeBackAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.ready }),
    control: async (world) => ({ invoiceId: await freshReady(world) }),
    expect: 'redirect',
  },
  voidReadyAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.ready }),
    control: async (world) => ({ invoiceId: await freshReady(world) }),
    expect: 'redirect',
  },
  creditInvoiceAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.sent }),
    expect: 'redirect',
  },
  replaceInvoiceAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.rejected }),
    expect: 'redirect',
  },
  reopenInvoiceAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.undelivered }),
    control: ({ ids }) => ({ invoiceId: ids.undelivered }),
    expect: 'redirect',
  },
  tryAgainAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.uncertain }),
    control: ({ ids }) => ({ invoiceId: ids.uncertain }),
  },
  copyInvoiceAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.sent }),
    expect: 'redirect',
  },
  removeDraftAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ invoiceId: ids.draft }),
    control: async (world) => ({ invoiceId: (await freshDraft(world)).invoiceId }),
  },
  restoreDraftAction: { for: 'supplier', attack: ({ ids }) => ({ invoiceId: ids.removedDraft }) },
  voidDraftAction: { for: 'supplier', attack: ({ ids }) => ({ invoiceId: ids.numberedDraft }) },
  describeAttachmentAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ attachmentId: ids.draftFile, description: 'Tidrapport' }),
  },
  removeAttachmentAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ attachmentId: ids.draftFile }),
    control: async ({ canaries, supplier, ids }) => ({
      attachmentId: await makeFile(canaries, supplier, ids.draft, 'fresh'),
    }),
  },
  forgetArticleAction: { for: 'supplier', attack: ({ ids }) => ({ articleId: ids.article }) },
  recallArticleAction: { for: 'supplier', attack: ({ ids }) => ({ articleId: ids.forgottenArticle }) },
  restoreAttachmentAction: { for: 'supplier', attack: ({ ids }) => ({ attachmentId: ids.removedFile }) },
}

const ofTemplates: Record<string, ActionCase> = {
  saveTemplateAction: {
    for: 'supplier',
    attack: (world) => ({ ...template(world), replaceId: world.ids.template }),
    control: template,
  },
  updateTemplateAction: {
    for: 'supplier',
    attack: (world) => ({ ...template(world), templateId: world.ids.template }),
    control: async (world) => ({ ...template(world), templateId: await freshTemplate(world) }),
  },
  renameTemplateAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ templateId: ids.template, name: 'Någon annans mall' }),
    control: async (world) => ({ templateId: await freshTemplate(world), name: 'Ett annat namn' }),
  },
  duplicateTemplateAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ templateId: ids.template, name: 'Kopia' }),
    control: async (world) => ({ templateId: await freshTemplate(world), name: 'Kopia' }),
  },
  removeTemplateAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ templateId: ids.template }),
    control: async (world) => ({ templateId: await freshTemplate(world) }),
  },
  restoreTemplateAction: { for: 'supplier', attack: ({ ids }) => ({ templateId: ids.removedTemplate }) },
}

const ofCustomers: Record<string, ActionCase> = {
  addCustomerAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ partyId: ids.party, customerNumber: '7', message: 'Hej' }),
    control: ({ ids }) => ({ partyId: ids.freeParty, customerNumber: '7', message: 'Hej' }),
    expect: 'redirect',
  },
  removeCustomerAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ customerId: ids.awaitingCustomer, q: '', show: '' }),
    control: async (world) => ({ customerId: (await freshRequest(world)).customerId, q: '', show: '' }),
    expect: 'redirect',
  },
  restoreCustomerAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ customerId: ids.removedCustomer, q: '', show: '' }),
    expect: 'redirect',
  },
  remindAction: { for: 'supplier', attack: ({ ids }) => ({ customerId: ids.awaitingCustomer }) },
  changeCustomerNumberAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ customerId: ids.awaitingCustomer, customerNumber: '9' }),
  },
  chooseSendOnApprovalAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ customerId: ids.awaitingCustomer, isChosen: 'on' }),
  },
  saveCustomerCardAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ customerId: ids.customer, buyerIdentifier: 'Någon annan' }),
  },
  saveCustomerDefaultsAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ customerId: ids.customer, buyerReference: 'Någon annan' }),
  },
}

const ofSettings: Record<string, ActionCase> = {
  saveCompanyAction: {
    for: 'supplier',
    attack: () => ({
      companyForm: 'limited',
      name: 'Provbolaget',
      orgNumber: orgNumberOf(1),
      vatRegistered: 'on',
      vatNumber: `SE${orgNumberOf(1)}01`,
      seat: 'Umeå',
      street: 'Provgatan 1',
      postalCode: '903 26',
      city: 'Umeå',
      country: 'SE',
      email: 'faktura@provbolaget.example',
    }),
  },
  saveInvoicingAction: {
    for: 'supplier',
    attack: () => ({
      invoicePrefix: 'NY',
      invoiceNext: '100',
      invoiceMinDigits: '1',
      creditPrefix: 'NK',
      creditNext: '100',
      creditMinDigits: '1',
      terms: '30',
      defaultVatChoice: 'rate-25',
      accountingCurrency: 'SEK',
    }),
  },
  addAccountAction: { for: 'supplier', attack: () => account('5805-6201'), expect: 'redirect' },
  changeAccountAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ ...account('991-2346'), accountId: ids.account }),
    expect: 'redirect',
  },
  removeAccountAction: {
    for: 'supplier',
    attack: ({ ids }) => ({ accountId: ids.account, currentPassword: password }),
    expect: 'redirect',
  },
}

/** A case for each action of the suppliers. */
export const supplierActionCases: Readonly<Record<string, ActionCase>> = {
  ...ofInvoices,
  ...ofTemplates,
  ...ofCustomers,
  ...ofSettings,
}
