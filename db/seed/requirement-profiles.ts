import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'

/** What three of the demo's recipients demand, by organisation number. Made up, as the recipients are. */
export const profiles: Readonly<Record<string, RequirementProfile>> = {
  // Region Exempellän
  '2399990015': {
    fields: [
      {
        code: 'buyerReference',
        level: 'required',
        masks: ['FM####', '#########'],
        case: 'upper',
        example: 'FM8440',
      },
      {
        code: 'invoicedObjectReference',
        level: 'recommended',
        help: { sv: 'Abonnemang eller mätpunkt', en: 'Subscription or metering point' },
      },
    ],
    anyOf: [{ codes: ['buyerReference', 'purchaseOrderReference'] }],
    attachments: [],
    limits: { maxTotalBytes: 5_000_000, maxFiles: 5, currencies: ['SEK'] },
    note: {
      sv: 'Skriv namnet på den som beställde i Kontakt hos köparen.',
      en: 'Write who ordered under Contact at the buyer.',
    },
  },
  // Provmyndigheten
  '2021999905': {
    fields: [
      {
        code: 'buyerReference',
        level: 'required',
        masks: ['###@@@@'],
        case: 'upper',
        help: { sv: 'Bara koden, utan ordet Ref', en: 'Just the code, without the word Ref' },
        example: '123ABCD',
      },
      {
        code: 'contractReference',
        level: 'recommended',
        masks: ['AVT-#{4}-#{1,4}'],
        example: 'AVT-2026-114',
      },
      { code: 'deliveryDate', level: 'required' },
    ],
    anyOf: [],
    attachments: [
      {
        name: { sv: 'Underlag', en: 'Supporting document' },
        types: ['application/pdf'],
        when: { amountFrom: '50000.00' },
      },
    ],
    limits: { maxTotalBytes: 10_000_000, minPaymentDays: 30, maxLines: 500 },
    note: { sv: 'En order per faktura.', en: 'One order per invoice.' },
  },
  // Granit & Gran Bygg AB
  '5599991006': {
    fields: [
      {
        code: 'purchaseOrderReference',
        level: 'required',
        masks: ['PO-#{5,6}'],
        case: 'upper',
        example: 'PO-77812',
      },
      { code: 'projectReference', level: 'required', masks: ['P####'], case: 'upper', example: 'P2041' },
      { code: 'sellerContactName', level: 'recommended' },
      { code: 'buyerVatNumber', level: 'required', when: { vatCategory: ['AE'] } },
    ],
    anyOf: [],
    attachments: [
      {
        name: { sv: 'Tidrapport', en: 'Time report' },
        types: ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        when: { unitIn: ['HUR', 'DAY'] },
      },
    ],
    limits: { maxTotalBytes: 8_000_000, minPaymentDays: 30 },
    note: {
      sv: 'Omvänd byggmoms gäller våra byggtjänster.',
      en: 'Reverse charge applies to our construction services.',
    },
  },
}
