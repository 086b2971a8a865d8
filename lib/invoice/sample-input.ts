import { isoDateOf } from '#lib/core/dates.ts'
import type { DocumentWords } from './document-words.ts'
import { type DraftLine, emptyDraft, emptyLine, type InvoiceDraft } from './draft.ts'
import type { ComposeInput } from './outline.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from './parties.ts'

/** For tests: a complete fictional seller with right check digits. */
export const sampleCompany: SellerProfile = {
  companyForm: 'limited',
  name: 'Exempelverkstan i Umeå AB',
  tradingName: 'Exempelverkstan',
  orgNumber: '5599990008',
  vatRegistered: true,
  vatNumber: 'SE559999000801',
  fTaxApproved: true,
  seat: 'Umeå',
  address: { street: 'Verkstadsgatan 4', street2: '', postalCode: '90326', city: 'Umeå', country: 'SE' },
  contact: { name: 'Ida Ek', phone: '+46 90 000 00 00', email: 'faktura@example.se' },
}

/** For tests: a complete fictional buyer with right check digits. */
export const sampleCustomer: BuyerProfile = {
  customerId: 'customer-1',
  linkState: 'approved',
  canReceive: true,
  name: 'Provköpings kommun',
  tradingName: 'Provkommunen',
  orgNumber: '2120009903',
  vatNumber: 'SE212000990301',
  electronicAddress: { scheme: '0007', id: '2120009903' },
  address: {
    street: 'Rådhustorget 1',
    street2: 'Fack 12',
    postalCode: '111 11',
    city: 'Provköping',
    country: 'SE',
  },
}

/** For tests: one account of each kind. */
export const sampleAccounts: readonly PaymentAccount[] = [
  { id: 'bg', kind: 'bankgiro', number: '50501055', ocrMode: 'none' },
  { id: 'pg', kind: 'plusgiro', number: '4002028', ocrMode: 'none' },
  { id: 'iban', kind: 'iban', number: 'SE4550000000058398257466', bic: 'ESSESESS', ocrMode: 'none' },
]

/** For tests: the words of a Swedish invoice, as far as tests meet them. */
export const sampleWords: DocumentWords = {
  paymentTermsText: '30 dagar netto. Dröjsmålsränta enligt räntelagen.',
  exchangeRate: 'Växelkurs 11,2345 SEK/EUR (2026-11-20).',
  exemptionReasons: {
    'rc-construction': 'Omvänd betalningsskyldighet',
    'eu-service': 'Omvänd betalningsskyldighet',
    'eu-goods': 'Unionsintern leverans',
    'export-goods': 'Export utanför EU',
    'service-outside-eu': 'Tjänsten är omsatt utomlands',
    'exempt-health': 'Undantagen från skatteplikt: sjukvård',
    'exempt-dental': 'Undantagen från skatteplikt: tandvård',
    'exempt-finance': 'Undantagen från skatteplikt: finansiella tjänster',
    'margin-used': 'Vinstmarginalbeskattning för begagnade varor',
    'outside-vat': 'Omfattas inte av momslagen',
    'not-registered': 'Säljaren är inte momsregistrerad',
  },
  adjustmentReasons: { '95': 'Rabatt', FC: 'Frakt', ABK: 'Övrigt' },
}

/** For tests: a line, given what differs from an empty one. */
export function sampleLine(key: string, given: Partial<DraftLine> = {}): DraftLine {
  return { ...emptyLine(key), itemName: 'Målning av klassrum', unitPrice: '595', ...given }
}

/** For tests: a draft that is whole, given what differs from it. */
export function sampleDraft(given: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return {
    ...emptyDraft({ lineKey: 'a', customerId: sampleCustomer.customerId, paymentAccountIds: ['bg'] }),
    buyerReference: 'FM8440',
    lines: [sampleLine('a', { quantity: '12,5', unit: 'HUR' })],
    ...given,
  }
}

/** For tests: all that composing needs, given what differs. */
export function sampleInput(given: Partial<ComposeInput> = {}): ComposeInput {
  return {
    draft: sampleDraft(),
    company: sampleCompany,
    customer: sampleCustomer,
    accounts: sampleAccounts,
    today: isoDateOf('2026-11-20'),
    number: '1042',
    words: sampleWords,
    ...given,
  }
}
