/** Numbers of parties that say by a scheme what they are: PEPPOL-COMMON-R040 to R057. */
import type { UblElement } from '#lib/ubl/tree.ts'
import { type Context, fatal, type Rule, warning } from '../rule.ts'
import { normalText, one, textOf } from '../xpath.ts'
import {
  hasGs1Digit,
  hasModulo11Digit,
  hasModulo97Digits,
  hasOrganisationNumberDigit,
  isAustralianBusinessNumber,
  isItalianOfficeCode,
  isItalianTaxCode,
  isItalianVatNumberIfItalian,
} from './check-digits.ts'

const partyTerms = ['BT-34', 'BT-49', 'BT-29', 'BT-46', 'BT-60', 'BT-30', 'BT-47', 'BT-61']

/** The identifiers of parties by their schemes, in the published order: a number is judged by the first that fits. */
export const partyIdentifiers: readonly Context[] = [
  ofScheme('0088', fatal('PEPPOL-COMMON-R040', partyTerms, normalized(hasGs1Digit))),
  ofScheme(
    '0192',
    fatal(
      'PEPPOL-COMMON-R041',
      partyTerms,
      normalized((text) => text.length === 9 && hasModulo11Digit(text)),
    ),
  ),
  ofScheme(
    '0184',
    fatal('PEPPOL-COMMON-R042', partyTerms, (id) => /^(?:DK)?[0-9]{8}$/.test(textOf(id))),
  ),
  ofScheme(
    '0096',
    fatal('PEPPOL-COMMON-R052', partyTerms, (id) => /^[0-9]{10}$/.test(textOf(id))),
  ),
  ofScheme(
    '0198',
    fatal('PEPPOL-COMMON-R053', partyTerms, (id) => /^DK[0-9]{8}$/.test(textOf(id))),
  ),
  ofScheme('0208', fatal('PEPPOL-COMMON-R043', partyTerms, normalized(hasModulo97Digits))),
  ofScheme('0201', warning('PEPPOL-COMMON-R044', partyTerms, normalized(isItalianOfficeCode))),
  ofScheme('0210', warning('PEPPOL-COMMON-R045', partyTerms, normalized(isItalianTaxCode))),
  {
    names: ['cbc:EndpointID'],
    when: (id) => id.attribute('schemeID') === '9907',
    rules: [warning('PEPPOL-COMMON-R046', ['BT-34', 'BT-49'], normalized(isItalianTaxCode))],
  },
  ofScheme('0211', warning('PEPPOL-COMMON-R047', partyTerms, normalized(isItalianVatNumberIfItalian))),
  ofScheme(
    '0007',
    fatal(
      'PEPPOL-COMMON-R049',
      partyTerms,
      normalized((text) => /^[0-9]{10}$/.test(text) && hasOrganisationNumberDigit(text)),
    ),
  ),
  ofScheme('0151', fatal('PEPPOL-COMMON-R050', partyTerms, normalized(isAustralianBusinessNumber))),
  ofScheme('0106', warning('PEPPOL-COMMON-R054', partyTerms, matching(/^[0-9]{8}$/))),
  ofScheme('0190', warning('PEPPOL-COMMON-R055', partyTerms, matching(/^[0-9]{20}$/))),
  ofScheme('9944', warning('PEPPOL-COMMON-R056-1', partyTerms, matching(/^NL[0-9]{9}B[0-9]{2}$/))),
  {
    names: ['cac:PartyTaxScheme/cbc:CompanyID'],
    when: (id) => isVatNumber(id) && normalText(id).startsWith('NL'),
    rules: [warning('PEPPOL-COMMON-R056-2', ['BT-31', 'BT-48', 'BT-63'], matching(/^NL[0-9]{9}B[0-9]{2}$/))],
  },
  ofScheme('0217', warning('PEPPOL-COMMON-R057', partyTerms, matching(/^[0-9]{12}$/))),
]

/** Electronic addresses, registration and tax numbers, and identifiers of parties, of one scheme. */
function ofScheme(scheme: string, rule: Rule): Context {
  return {
    names: ['cbc:EndpointID', 'cac:PartyIdentification/cbc:ID', 'cbc:CompanyID'],
    when: (id) => id.attribute('schemeID') === scheme,
    rules: [rule],
  }
}

function normalized(holds: (text: string) => boolean): Rule['holds'] {
  return (id) => holds(normalText(id))
}

function matching(form: RegExp): Rule['holds'] {
  return (id) => form.test(normalText(id))
}

function isVatNumber({ parent }: UblElement): boolean {
  return parent !== null && normalText(one(parent, 'cac:TaxScheme', 'cbc:ID')) === 'VAT'
}
