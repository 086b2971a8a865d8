/** What Sweden asks of suppliers there: SE-R-001 to SE-R-013. */
import type { UblElement } from '#lib/ubl/tree.ts'
import { askedOnceOf } from '../asked-once.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { type Context, fatal, type Pattern, warning } from '../rule.ts'
import {
  exists,
  find,
  lengthOf,
  normalizeSpace,
  normalText,
  numberFrom,
  one,
  only,
  someText,
  textOf,
} from '../xpath.ts'
import { hasOrganisationNumberDigit } from './check-digits.ts'

/** The Swedish rules in their published order. */
export const swedishPattern: Pattern = [
  {
    names: ['cac:AccountingSupplierParty/cac:Party'],
    when: hasSwedishVatNumber,
    rules: [
      fatal('SE-R-001', ['BT-31', 'BT-40'], (party) => lengthOf(normalText(vatNumberOf(party))) === 14),
      fatal('SE-R-002', ['BT-31', 'BT-40'], (party) =>
        isNumber(charactersOf(textOf(vatNumberOf(party)), 2, 14)),
      ),
    ],
  },
  {
    names: ['cac:PartyLegalEntity'],
    when: (entity) => isSupplierInSweden(entity.parent) && exists(entity, 'cbc:CompanyID'),
    rules: [
      fatal('SE-R-003', ['BT-30', 'BT-40'], (entity) => isNumber(textOf(one(entity, 'cbc:CompanyID')))),
      fatal(
        'SE-R-004',
        ['BT-30', 'BT-40'],
        (entity) => lengthOf(normalText(one(entity, 'cbc:CompanyID'))) === 10,
      ),
      fatal('SE-R-013', ['BT-30', 'BT-40'], (entity) =>
        hasOrganisationNumberDigit(normalText(one(entity, 'cbc:CompanyID'))),
      ),
    ],
  },
  {
    names: ['cac:PartyTaxScheme/cbc:CompanyID'],
    when: ({ parent: scheme }) =>
      scheme !== null &&
      isSupplierInSweden(scheme.parent) &&
      exists(scheme.parent, 'cac:PartyLegalEntity', 'cbc:CompanyID') &&
      inCapitals(one(scheme, 'cac:TaxScheme', 'cbc:ID')) !== 'VAT',
    rules: [fatal('SE-R-005', ['BT-32', 'BT-40'], (id) => inCapitals(id) === 'GODKÄND FÖR F-SKATT')],
  },
  {
    names: ['cac:TaxCategory', 'cac:ClassifiedTaxCategory'],
    when: (category, document) =>
      someText(category, 'S', 'cbc:ID') && document.fact(isSoldWithSwedishVatNumber),
    rules: [
      fatal(
        'SE-R-006',
        ['BT-31', 'BT-40', 'BT-95', 'BT-96', 'BT-102', 'BT-103', 'BT-118', 'BT-119', 'BT-151', 'BT-152'],
        (category) => swedishRates.has(numberFrom(textOf(one(category, 'cbc:Percent')))),
      ),
    ],
  },
  giroAccount('SE:PLUSGIRO', [
    warning('SE-R-007', ['BT-40', 'BT-84', 'BT-86'], (account) => isNumber(normalText(account))),
    warning('SE-R-010', ['BT-40', 'BT-84', 'BT-86'], (account) => {
      const length = lengthOf(normalText(account))
      return length >= 2 && length <= 8
    }),
  ]),
  giroAccount('SE:BANKGIRO', [
    warning('SE-R-008', ['BT-40', 'BT-84', 'BT-86'], (account) => isNumber(normalText(account))),
    warning('SE-R-009', ['BT-40', 'BT-84', 'BT-86'], (account) => {
      const length = lengthOf(normalText(account))
      return length === 7 || length === 8
    }),
  ]),
  {
    names: ['cac:PaymentMeans'],
    when: (_, document) => document.fact(isSoldFromSweden),
    rules: [
      warning('SE-R-011', ['BT-40', 'BT-81', 'BT-86'], (means) => !hasGiroCode(means)),
      warning(
        'SE-R-012',
        ['BT-40', 'BT-55', 'BT-81'],
        (means, document) =>
          hasGiroCode(means) ||
          !someText(means, '31', 'cbc:PaymentMeansCode') ||
          !document.fact(isSoldToSweden),
      ),
    ],
  },
]

const swedishRates: ReadonlySet<number> = new Set([25, 12, 6])

/** Tells whether a supplier has its address in Sweden. Give it to `document.fact`. */
export function isSoldFromSweden(document: JudgedDocument): boolean {
  return partiesIn(document, 'cac:AccountingSupplierParty').some(isInSweden)
}

/** Tells whether a customer has its address in Sweden. Give it to `document.fact`. */
export function isSoldToSweden(document: JudgedDocument): boolean {
  return partiesIn(document, 'cac:AccountingCustomerParty').some(isInSweden)
}

/** Tells whether a supplier in Sweden sells with a Swedish VAT number. Give it to `document.fact`. */
export function isSoldWithSwedishVatNumber(document: JudgedDocument): boolean {
  return partiesIn(document, 'cac:AccountingSupplierParty').some(hasSwedishVatNumber)
}

function giroAccount(branch: string, rules: Context['rules']): Context {
  return {
    names: ['cac:PayeeFinancialAccount/cbc:ID'],
    when: ({ parent: account }, document) => {
      const means = account?.parent
      return (
        means?.name === 'cac:PaymentMeans' &&
        document.fact(isSoldFromSweden) &&
        giroBranchOf(means, document) === branch
      )
    },
    rules,
  }
}

/** The branch (BT-86) that a credit transfer goes to; empty for another kind of payment. */
const giroBranchOf = askedOnceOf((means) =>
  normalText(one(means, 'cbc:PaymentMeansCode')) === '30'
    ? normalText(one(means, 'cac:PayeeFinancialAccount', 'cac:FinancialInstitutionBranch', 'cbc:ID'))
    : '',
)

/** Codes that say giro in other countries. */
function hasGiroCode(means: UblElement): boolean {
  return someText(means, '50', 'cbc:PaymentMeansCode') || someText(means, '56', 'cbc:PaymentMeansCode')
}

function partiesIn(document: JudgedDocument, role: string): readonly UblElement[] {
  return document.named(role).flatMap((each) => find(each, 'cac:Party'))
}

function isInSweden(party: UblElement): boolean {
  return someText(party, 'SE', 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode')
}

function isSupplierInSweden(party: UblElement | null): party is UblElement {
  return (
    party?.name === 'cac:Party' && party.parent?.name === 'cac:AccountingSupplierParty' && isInSweden(party)
  )
}

function hasSwedishVatNumber(party: UblElement): boolean {
  return (
    isInSweden(party) &&
    vatSchemes(party).some((scheme) => textOf(one(scheme, 'cbc:CompanyID')).startsWith('SE'))
  )
}

function vatSchemes(party: UblElement): readonly UblElement[] {
  return find(party, 'cac:PartyTaxScheme').filter((scheme) =>
    someText(scheme, 'VAT', 'cac:TaxScheme', 'cbc:ID'),
  )
}

function vatNumberOf(party: UblElement): UblElement | null {
  return only(vatSchemes(party).flatMap((scheme) => find(scheme, 'cbc:CompanyID')))
}

/** Tells whether XPath sees a number: an exponent is one, an organisation number with a hyphen is none. */
function isNumber(text: string): boolean {
  return !Number.isNaN(numberFrom(text))
}

/** XPath `substring()`: counted in characters, where JavaScript counts halves of some. */
function charactersOf(text: string, from: number, to: number): string {
  return [...text.slice(0, 2 * to)].slice(from, to).join('')
}

function inCapitals(element: UblElement | null): string {
  return normalizeSpace(textOf(element).toUpperCase())
}
