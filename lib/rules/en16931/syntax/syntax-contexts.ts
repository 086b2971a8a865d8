import type { UblElement } from '#lib/ubl/tree.ts'
import { documentRoots, fatal, lineNames, type Pattern, type Rule } from '../../rule.ts'
import { count, decimalsWritten, exists, find, someBoolean, someText, textOf } from '../../xpath.ts'
import { atMostOne, isSepa } from './occurrences.ts'

const amountTerms: readonly string[] = (
  'BT-92 BT-93 BT-99 BT-100 BT-106 BT-107 BT-108 BT-109 BT-110 BT-111 BT-112 BT-113 BT-114 BT-115 BT-116 BT-117 ' +
  'BT-131 BT-136 BT-137 BT-141 BT-142'
).split(' ')

/**
 * EN 16931 UBL 1.3.16, what the syntax allows: UBL-SR and UBL-DT, contexts in their published order, with given rules
 * for the document as a whole. UBL-SR-22 and UBL-SR-27 are left out: where they are broken, BR-18 and BR-61 cannot be
 * evaluated.
 */
export function syntaxPatternWith(documentRules: readonly Rule[]): Pattern {
  return [
    { names: ['cac:PostalAddress', 'cac:Address'], rules: [atMostOne('UBL-SR-51', 'cac:AddressLine')] },
    {
      names: ['cac:Party'],
      when: (party) => party.parent?.name === 'cac:AccountingSupplierParty',
      rules: [
        fatal('UBL-SR-42', ['BG-4', 'BT-31', 'BT-32'], (party) => count(party, 'cac:PartyTaxScheme') <= 2),
      ],
    },
    {
      names: ['cac:AdditionalDocumentReference'],
      rules: [
        atMostOne('UBL-SR-33', 'cbc:DocumentDescription'),
        fatal(
          'UBL-SR-43',
          ['BG-24', 'BT-122', 'BT-18', 'BT-11'],
          (reference, { root }) =>
            someText(reference, '130', 'cbc:DocumentTypeCode') ||
            (root.name === 'CreditNote' && someText(reference, '50', 'cbc:DocumentTypeCode')) ||
            (find(reference, 'cbc:ID').every((id) => id.attribute('schemeID') === null) &&
              !exists(reference, 'cbc:DocumentTypeCode')),
        ),
      ],
    },
    {
      names: (name) => name.endsWith('Amount') && !name.endsWith('PriceAmount'),
      when: (amount) => !isUnderDiscountedPrice(amount),
      rules: [fatal('UBL-DT-01', amountTerms, (amount) => decimalsWritten(amount) <= 2)],
    },
    {
      names: (name) => name.endsWith('BinaryObject'),
      rules: [
        fatal('UBL-DT-06', ['BG-24', 'BT-125'], (object) => object.attribute('mimeCode') !== null),
        fatal('UBL-DT-07', ['BG-24', 'BT-125'], (object) => object.attribute('filename') !== null),
      ],
    },
    { names: ['cac:Delivery'], rules: [atMostOne('UBL-SR-25', 'cac:DeliveryParty/cac:PartyName/cbc:Name')] },
    {
      names: ['cac:AllowanceCharge'],
      when: (allowance) => someBoolean(allowance, false, 'cbc:ChargeIndicator'),
      rules: [atMostOne('UBL-SR-30', 'cbc:AllowanceChargeReason')],
    },
    {
      names: ['cac:AllowanceCharge'],
      when: (charge) => someBoolean(charge, true, 'cbc:ChargeIndicator'),
      rules: [atMostOne('UBL-SR-31', 'cbc:AllowanceChargeReason')],
    },
    {
      names: ['cac:PartyTaxScheme'],
      rules: [
        fatal(
          'UBL-SR-53',
          ['BT-31', 'BT-32', 'BT-48', 'BT-63'],
          (registration) =>
            exists(registration, 'cac:TaxScheme', 'cbc:ID') && exists(registration, 'cbc:CompanyID'),
        ),
      ],
    },
    { names: documentRoots, rules: documentRules },
    {
      names: lineNames,
      rules: [
        atMostOne('UBL-SR-34', 'cbc:Note'),
        atMostOne('UBL-SR-35', 'cac:OrderLineReference/cbc:LineID'),
        atMostOne('UBL-SR-36', 'cac:InvoicePeriod'),
        atMostOne('UBL-SR-37', 'cac:Price/cac:AllowanceCharge/cbc:Amount'),
        fatal(
          'UBL-SR-48',
          ['BG-25', 'BG-30', 'BT-151'],
          (line) => count(line, 'cac:Item', 'cac:ClassifiedTaxCategory') === 1,
        ),
        atMostOne('UBL-SR-50', 'cac:Item/cbc:Description'),
        atMostOne('UBL-SR-52', 'cac:DocumentReference'),
      ],
    },
    {
      names: ['cac:PayeeParty'],
      rules: [
        fatal(
          'UBL-SR-19',
          [],
          (payee) => count(payee, 'cac:PartyName', 'cbc:Name') <= 1 && isNotSeller(payee),
        ),
        fatal('UBL-SR-20', [], (payee) => payeeIdentifiers(payee).length <= 1 && isNotSeller(payee)),
        fatal(
          'UBL-SR-21',
          [],
          (payee) => count(payee, 'cac:PartyLegalEntity', 'cbc:CompanyID') <= 1 && isNotSeller(payee),
        ),
      ],
    },
    {
      names: ['cac:PaymentMeans'],
      rules: [atMostOne('UBL-SR-26', 'cbc:PaymentID'), atMostOne('UBL-SR-28', 'cac:PaymentMandate/cbc:ID')],
    },
    {
      names: ['cac:BillingReference'],
      rules: [
        atMostOne('UBL-SR-06', 'cac:InvoiceDocumentReference'),
        fatal('UBL-SR-07', ['BG-3', 'BT-25'], (preceding) =>
          exists(preceding, 'cac:InvoiceDocumentReference', 'cbc:ID'),
        ),
      ],
    },
    {
      names: ['cac:TaxRepresentativeParty'],
      rules: [atMostOne('UBL-SR-23', 'cac:PartyTaxScheme/cbc:CompanyID')],
    },
    { names: ['cac:TaxSubtotal'], rules: [atMostOne('UBL-SR-32', 'cac:TaxCategory/cbc:TaxExemptionReason')] },
  ]
}

/** Tells whether a price above an amount has a discount; such amounts may have more decimals, as the price has. */
function isUnderDiscountedPrice(amount: UblElement): boolean {
  for (let above = amount.parent; above !== null; above = above.parent) {
    if (above.name === 'cac:Price' && exists(above, 'cac:AllowanceCharge')) return true
  }
  return false
}

/** Tells whether a name of the payee (BT-59) is another than a name of the seller (BT-27); without both it is not. */
function isNotSeller(payee: UblElement): boolean {
  const sellers =
    payee.parent === null
      ? []
      : find(
          payee.parent,
          'cac:AccountingSupplierParty',
          'cac:Party',
          'cac:PartyLegalEntity',
          'cbc:RegistrationName',
        ).map(textOf)
  return find(payee, 'cac:PartyName', 'cbc:Name').some((name) =>
    sellers.some((seller) => seller !== textOf(name)),
  )
}

function payeeIdentifiers(payee: UblElement): readonly UblElement[] {
  return find(payee, 'cac:PartyIdentification', 'cbc:ID').filter((identifier) => !isSepa(identifier))
}
