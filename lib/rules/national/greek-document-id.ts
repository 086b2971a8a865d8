import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { supplierParties } from '../peppol/facts.ts'
import { fatal, type Rule } from '../rule.ts'
import { find, lengthOf, NotEvaluable, normalizeSpace, numberFrom, one, someText, textOf } from '../xpath.ts'
import { isTin } from './greek-tin.ts'

/**
 * GR-R-001: a Greek document id (BT-1) is six segments between bars: the supplier's or its representative's tax
 * number, the day, a branch, the type of document, a series and a number.
 */
export const greekDocumentId: readonly Rule[] = [
  fatal('GR-R-001-1', ['BT-1'], (id) => segmentsOf(id).length === 6),
  fatal('GR-R-001-2', ['BT-1', 'BT-31', 'BT-63'], (id, document) => {
    const [tin = ''] = segmentsOf(id)
    return lengthOf(normalizeSpace(tin)) === 9 && isTin(tin) && tinsIn(document).includes(tin)
  }),
  fatal('GR-R-001-3', ['BT-1', 'BT-2'], (id, document) => {
    const [, date = ''] = segmentsOf(id)
    return normalizeSpace(date) !== '' && startsWithDate.test(date) && isIssueDate(date, document)
  }),
  fatal('GR-R-001-4', ['BT-1'], (id) => {
    const [, , branch = ''] = segmentsOf(id)
    return normalizeSpace(branch) !== '' && !Number.isNaN(numberFrom(branch)) && !isNegativeInteger(branch)
  }),
  fatal('GR-R-001-5', ['BT-1'], (id) => documentTypes.has(segmentsOf(id)[3] ?? '')),
  fatal('GR-R-001-6', ['BT-1'], (id) => (segmentsOf(id)[4] ?? '') !== ''),
  fatal('GR-R-001-7', ['BT-1'], (id) => (segmentsOf(id)[5] ?? '') !== ''),
]

const documentTypes: ReadonlySet<string> = new Set(['1.1', '1.6', '2.1', '2.4', '5.1', '5.2'])

/** Day, month and year, with something or nothing between them. What follows is not looked at. */
const startsWithDate = /^(?:0?[1-9]|[12][0-9]|3[01])[-\\/ ]?(?:0?[1-9]|1[0-2])[-\\/ ]?(?:19|20)[0-9]{2}/

function segmentsOf(id: UblElement): readonly string[] {
  const text = textOf(id)
  return text === '' ? [] : text.split('|')
}

/** The tax numbers in the VAT numbers of the supplier and of the tax representative. */
function tinsIn({ root, fact }: JudgedDocument): readonly string[] {
  const parties = [...fact(supplierParties), ...find(root, 'cac:TaxRepresentativeParty')]
  return parties
    .flatMap((party) => find(party, 'cac:PartyTaxScheme'))
    .filter((scheme) => someText(scheme, 'VAT', 'cac:TaxScheme', 'cbc:ID'))
    .map((scheme) => [...textOf(one(scheme, 'cbc:CompanyID'))].slice(2, 11).join(''))
}

function isIssueDate(date: string, { root }: JudgedDocument): boolean {
  const [day, month, year] = date.split('/')
  const issued = textOf(one(root, 'cbc:IssueDate'))
  const [issuedYear, issuedMonth, issuedDay] = issued === '' ? [] : issued.split('-')
  return (
    day !== undefined &&
    month !== undefined &&
    year !== undefined &&
    day === issuedDay &&
    month === issuedMonth &&
    year === issuedYear
  )
}

/** The rule takes what is a number for an integer: `1.5` and `1e3` end the evaluation. */
function isNegativeInteger(text: string): boolean {
  const integer = normalizeSpace(text)
  if (!/^[+-]?[0-9]+$/.test(integer))
    throw new NotEvaluable(`${JSON.stringify(integer.slice(0, 40))} is no integer`)
  return integer.startsWith('-') && /[1-9]/.test(integer)
}
