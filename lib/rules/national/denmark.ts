import type { UblElement } from '#lib/ubl/tree.ts'
import { contextAt } from '../context-at.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { customerAddressCountryText, supplierAddressCountryText } from '../peppol/facts.ts'
import { fatal, type Pattern } from '../rule.ts'
import { exists, lengthOf, normalizeSpace, numberFrom, one, someText, textOf } from '../xpath.ts'
import { attributesAt, schemeAt, writtenText } from './readings.ts'

// The Danish rules look at the country codes as they are written: `dk` is not Denmark here.
function isFromDanishSupplier(document: JudgedDocument): boolean {
  return document.fact(supplierAddressCountryText) === 'DK'
}

function isBetweenDanes(document: JudgedDocument): boolean {
  return isFromDanishSupplier(document) && document.fact(customerAddressCountryText) === 'DK'
}

const supplierLegalId = [
  'cac:AccountingSupplierParty',
  'cac:Party',
  'cac:PartyLegalEntity',
  'cbc:CompanyID',
] as const

/** DK-R: Danish suppliers, and what they and Danish customers do among themselves. */
export const denmark: Pattern = [
  contextAt({
    path: '/*',
    documents: isFromDanishSupplier,
    rules: [
      fatal('DK-R-002', ['BT-30'], (root) => normalizeSpace(writtenText(root, ...supplierLegalId)) !== ''),
      fatal(
        'DK-R-014',
        ['BT-30', 'BT-30-1'],
        (root) => !exists(root, ...supplierLegalId) || schemeAt(root, ...supplierLegalId) === cvr,
      ),
      fatal(
        'DK-R-016',
        ['BT-115'],
        (root, document) =>
          root.name !== 'CreditNote' ||
          !document.fact(isBetweenDanes) ||
          !(numberFrom(writtenText(root, 'cac:LegalMonetaryTotal', 'cbc:PayableAmount')) < 0),
      ),
    ],
  }),
  contextAt({
    path: [
      '/*/cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification',
      '/*/cac:AccountingCustomerParty/cac:Party/cac:PartyIdentification',
    ],
    documents: isBetweenDanes,
    rules: [
      fatal(
        'DK-R-013',
        ['BT-29', 'BT-46'],
        (identification) => !exists(identification, 'cbc:ID') || schemeAt(identification, 'cbc:ID') !== '',
      ),
    ],
  }),
  contextAt({
    path: '/Invoice/cac:PaymentMeans',
    documents: isBetweenDanes,
    rules: [
      // A substring of the list will do: `10 31` passes too.
      fatal('DK-R-005', ['BT-81'], (means) =>
        ' 1 10 31 42 48 49 50 58 59 93 97 '.includes(` ${textOf(one(means, 'cbc:PaymentMeansCode'))} `),
      ),
      fatal(
        'DK-R-006',
        ['BT-81', 'BT-84', 'BT-86'],
        (means) =>
          !(isPaidBy(means, '31') || isPaidBy(means, '42')) ||
          (isWritten(means, 'cac:PayeeFinancialAccount', 'cbc:ID') &&
            isWritten(means, 'cac:PayeeFinancialAccount', 'cac:FinancialInstitutionBranch', 'cbc:ID')),
      ),
      fatal(
        'DK-R-007',
        ['BT-81', 'BT-89', 'BT-91'],
        (means) =>
          !isPaidBy(means, '49') ||
          (isWritten(means, 'cac:PaymentMandate', 'cbc:ID') &&
            isWritten(means, 'cac:PaymentMandate', 'cac:PayerFinancialAccount', 'cbc:ID')),
      ),
      fatal(
        'DK-R-008',
        ['BT-81', 'BT-83', 'BT-84'],
        (means) =>
          !isPaidBy(means, giro) ||
          (isCardOfType(means, '01#', '04#', '15#') && /^[0-9]{7,8}$/.test(textOf(account(means)))),
      ),
      fatal(
        'DK-R-009',
        ['BT-81', 'BT-83'],
        (means) =>
          !isPaidBy(means, giro) || !isCardOfType(means, '04#', '15#') || lengthOf(paymentId(means)) === 19,
      ),
      fatal(
        'DK-R-010',
        ['BT-81', 'BT-83', 'BT-84'],
        (means) =>
          !isPaidBy(means, fik) ||
          (isCardOfType(means, '71#', '73#', '75#') &&
            lengthOf(writtenText(means, 'cac:PayeeFinancialAccount', 'cbc:ID')) === 8),
      ),
      fatal(
        'DK-R-011',
        ['BT-81', 'BT-83'],
        (means) =>
          !isPaidBy(means, fik) ||
          !isCardOfType(means, '71#', '75#') ||
          [18, 19].includes(lengthOf(paymentId(means))),
      ),
    ],
  }),
  contextAt({
    path: '/*/cac:AccountingCustomerParty/cac:Party',
    documents: isBetweenDanes,
    rules: [
      fatal(
        'DK-R-017',
        ['BT-47', 'BT-47-1'],
        (party) =>
          !exists(party, 'cac:PartyLegalEntity', 'cbc:CompanyID') ||
          schemeAt(party, 'cac:PartyLegalEntity', 'cbc:CompanyID') === cvr,
      ),
    ],
  }),
  contextAt({
    path: ['/CreditNote/cac:CreditNoteLine', '/Invoice/cac:InvoiceLine'],
    documents: isBetweenDanes,
    rules: [
      fatal(
        'DK-R-003',
        ['BT-158', 'BT-158-1', 'BT-158-2'],
        (line) =>
          !classification(line, 'listID').includes('TST') ||
          classification(line, 'listVersionID').some((version) => unspscVersions.has(version)),
      ),
    ],
  }),
  contextAt({
    path: 'cac:AllowanceCharge',
    documents: isBetweenDanes,
    rules: [
      fatal(
        'DK-R-004',
        ['BT-97', 'BT-98', 'BT-104', 'BT-105', 'BT-139', 'BT-140', 'BT-144', 'BT-145'],
        (charge) =>
          !someText(charge, 'ZZZ', 'cbc:AllowanceChargeReasonCode') ||
          namesTaxCategory(charge) ||
          namesTaxByText(charge),
      ),
    ],
  }),
]

/** The scheme of the Danish CVR number. */
const cvr = '0184'
const giro = '50'
const fik = '93'
const unspscVersions: ReadonlySet<string> = new Set(['19.05.01', '19.0501', '26.08.01', '26.0801'])

function isPaidBy(means: UblElement, code: string): boolean {
  return someText(means, code, 'cbc:PaymentMeansCode')
}

function isWritten(element: UblElement, ...path: readonly string[]): boolean {
  return normalizeSpace(writtenText(element, ...path)) !== ''
}

function paymentId(means: UblElement): string {
  return textOf(one(means, 'cbc:PaymentID'))
}

/** The first three characters of a payment id tell the type of the payment slip. */
function isCardOfType(means: UblElement, ...types: readonly string[]): boolean {
  return types.some((type) => paymentId(means).startsWith(type))
}

function account(means: UblElement): UblElement | null {
  return one(means, 'cac:PayeeFinancialAccount', 'cbc:ID')
}

function classification(line: UblElement, attribute: string): readonly string[] {
  return attributesAt(
    line,
    attribute,
    'cac:Item',
    'cac:CommodityClassification',
    'cbc:ItemClassificationCode',
  )
}

/** The reason of a tax that is not VAT is its category: four characters, a number from 0 to 9999. */
function namesTaxCategory(charge: UblElement): boolean {
  if (lengthOf(normalizeSpace(writtenText(charge, 'cbc:AllowanceChargeReason'))) !== 4) return false
  const category = numberFrom(textOf(one(charge, 'cbc:AllowanceChargeReason')))
  return category >= 0 && category <= 9999
}

/** Or the reason has a `#` inside, neither first nor last. */
function namesTaxByText(charge: UblElement): boolean {
  const reason = textOf(one(charge, 'cbc:AllowanceChargeReason'))
  return reason.includes('#') && !reason.startsWith('#') && !reason.endsWith('#')
}
