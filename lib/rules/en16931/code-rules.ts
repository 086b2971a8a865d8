import type { UblElement } from '#lib/ubl/tree.ts'
import { amountNames, type Context, fatal, type Pattern, type Rule } from '../rule.ts'
import { normalizeSpace, someBoolean, someText, textOf } from '../xpath.ts'

/** A set of codes, in their published order. */
export type Codes = ReadonlySet<string>

/**
 * The lists that the code rules of EN 16931 look in. A list may be cut to what a form offers: the rules then refuse
 * what is left out, and are the published ones only for documents that have none of it.
 */
export type EnCodeLists = {
  /** BR-CL-01, UNTDID 1001: invoices (BT-3). */
  readonly invoiceTypes: Codes
  /** BR-CL-01, UNTDID 1001: credit notes (BT-3). */
  readonly creditNoteTypes: Codes
  /** BR-CL-03, BR-CL-04, BR-CL-05, ISO 4217 (BT-5, BT-6). */
  readonly currencies: Codes
  /** BR-CL-06, UNTDID 2005 (BT-8). */
  readonly vatPointDates: Codes
  /** BR-CL-07, UNTDID 1153 (BT-18, BT-128). */
  readonly objectSchemes: Codes
  /** BR-CL-08, UNTDID 4451 (BT-21). */
  readonly noteSubjects: Codes
  /** BR-CL-10, BR-CL-11, BR-CL-21, BR-CL-26, ISO 6523 (BT-29, BT-30, BT-157, BT-71 and others). */
  readonly identifierSchemes: Codes
  /** BR-CL-13, UNTDID 7143 (BT-158). */
  readonly itemClassifications: Codes
  /** BR-CL-14, BR-CL-15, ISO 3166-1 (BT-40, BT-55, BT-69, BT-80, BT-159). */
  readonly countries: Codes
  /** BR-CL-16, UNTDID 4461 (BT-81). */
  readonly paymentMeans: Codes
  /** BR-CL-17, BR-CL-18, UNTDID 5305 (BT-95, BT-102, BT-118, BT-151). */
  readonly vatCategories: Codes
  /** BR-CL-19, UNTDID 5189 (BT-98, BT-140). */
  readonly allowanceReasons: Codes
  /** BR-CL-20, UNTDID 7161 (BT-105, BT-145). */
  readonly chargeReasons: Codes
  /** BR-CL-22, VATEX, in capitals (BT-121). */
  readonly exemptionReasons: Codes
  /** BR-CL-23, UN/ECE Recommendations 20 and 21 (BT-130, BT-150). */
  readonly units: Codes
  /** BR-CL-24, media types (BT-125). */
  readonly mediaTypes: Codes
  /** BR-CL-25, electronic address schemes (BT-34, BT-49). */
  readonly addressSchemes: Codes
}

/**
 * EN 16931 UBL 1.3.16, codes come from their lists: BR-CL-01 to BR-CL-26, contexts in their published order. BR-CL-08
 * is published among the rules of the model; nothing else there speaks of a note, so it judges the same here.
 */
export function codesPattern(lists: EnCodeLists): Pattern {
  return [
    {
      names: ['cbc:Note'],
      when: (note, { root }) => note.parent === root,
      rules: [fatal('BR-CL-08', [], subjectIn(lists.noteSubjects))],
    },
    {
      names: ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'],
      rules: [
        fatal('BR-CL-01', ['BT-3'], (type) =>
          isIn(
            type.name === 'cbc:InvoiceTypeCode' ? lists.invoiceTypes : lists.creditNoteTypes,
            textOf(type),
          ),
        ),
      ],
    },
    {
      names: amountNames,
      rules: [
        fatal('BR-CL-03', ['BT-5', 'BT-6'], (amount) =>
          isIn(lists.currencies, amount.attribute('currencyID') ?? ''),
        ),
      ],
    },
    coded('BR-CL-04', ['BT-5'], lists.currencies, 'cbc:DocumentCurrencyCode'),
    coded('BR-CL-05', [], lists.currencies, 'cbc:TaxCurrencyCode'),
    coded('BR-CL-06', [], lists.vatPointDates, 'cac:InvoicePeriod/cbc:DescriptionCode'),
    {
      names: ['cac:AdditionalDocumentReference/cbc:ID', 'cac:DocumentReference/cbc:ID'],
      when: (id) => id.attribute('schemeID') !== null && isOfObject(id),
      rules: [fatal('BR-CL-07', [], (id) => isIn(lists.objectSchemes, id.attribute('schemeID') ?? ''))],
    },
    {
      ...places('cac:PartyIdentification/cbc:ID/@schemeID'),
      rules: [
        fatal('BR-CL-10', ['BT-29', 'BT-46', 'BT-60', 'BT-90'], (id) => {
          const scheme = id.attribute('schemeID') ?? ''
          return isIn(lists.identifierSchemes, scheme) || (isIn(creditorSchemes, scheme) && mayBeCreditor(id))
        }),
      ],
    },
    coded(
      'BR-CL-11',
      ['BT-30', 'BT-47', 'BT-61'],
      lists.identifierSchemes,
      'cac:PartyLegalEntity/cbc:CompanyID/@schemeID',
    ),
    coded(
      'BR-CL-13',
      ['BT-158'],
      lists.itemClassifications,
      'cac:CommodityClassification/cbc:ItemClassificationCode/@listID',
    ),
    coded(
      'BR-CL-14',
      ['BT-40', 'BT-55', 'BT-69', 'BT-80'],
      lists.countries,
      'cac:Country/cbc:IdentificationCode',
    ),
    coded('BR-CL-15', [], lists.countries, 'cac:OriginCountry/cbc:IdentificationCode'),
    coded('BR-CL-16', ['BT-81'], lists.paymentMeans, 'cac:PaymentMeans/cbc:PaymentMeansCode'),
    coded('BR-CL-17', ['BT-95', 'BT-102', 'BT-118'], lists.vatCategories, 'cac:TaxCategory/cbc:ID'),
    coded('BR-CL-18', ['BT-151'], lists.vatCategories, 'cac:ClassifiedTaxCategory/cbc:ID'),
    coded('BR-CL-19', ['BT-98', 'BT-140'], lists.allowanceReasons, reasonCode, isOfAllowance),
    coded('BR-CL-20', ['BT-105', 'BT-145'], lists.chargeReasons, reasonCode, isOfCharge),
    coded('BR-CL-21', ['BT-157'], lists.identifierSchemes, 'cac:StandardItemIdentification/cbc:ID/@schemeID'),
    {
      names: ['cbc:TaxExemptionReasonCode'],
      rules: [
        fatal('BR-CL-22', ['BT-121'], (code) => isIn(lists.exemptionReasons, textOf(code).toUpperCase())),
      ],
    },
    {
      names: ['cbc:InvoicedQuantity', 'cbc:BaseQuantity', 'cbc:CreditedQuantity'],
      when: (quantity) => quantity.attribute('unitCode') !== null,
      rules: [
        fatal('BR-CL-23', ['BT-130', 'BT-150'], (quantity) =>
          isIn(lists.units, quantity.attribute('unitCode') ?? ''),
        ),
      ],
    },
    {
      ...places('cbc:EmbeddedDocumentBinaryObject/@mimeCode'),
      rules: [
        // Letter by letter: unlike every other code, a media type may have no space around it.
        fatal('BR-CL-24', ['BG-24', 'BT-125'], (file) =>
          lists.mediaTypes.has(file.attribute('mimeCode') ?? ''),
        ),
      ],
    },
    coded('BR-CL-25', ['BT-34', 'BT-49'], lists.addressSchemes, 'cbc:EndpointID/@schemeID'),
    coded('BR-CL-26', [], lists.identifierSchemes, 'cac:DeliveryLocation/cbc:ID/@schemeID'),
  ]
}

const reasonCode = 'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode'

type Condition = (element: UblElement) => boolean

/** A context with one rule: the code at a place (see `places`) is one of a list. */
function coded(id: string, terms: readonly string[], codes: Codes, place: string, when?: Condition): Context {
  const attribute = attributeOf(place)
  const code = (element: UblElement) => (attribute === '' ? textOf(element) : element.attribute(attribute))
  return {
    ...places(place, when),
    rules: [fatal(id, terms, (element) => isIn(codes, code(element) ?? ''))],
  }
}

/**
 * Where a code stands: `cbc:EndpointID` anywhere, `cac:Country/cbc:IdentificationCode` in a parent of that name,
 * `cbc:EndpointID/@schemeID` only where there is the attribute.
 */
function places(place: string, isPlace: Condition = () => true): Pick<Context, 'names' | 'when'> {
  const attribute = attributeOf(place)
  const [name = '', parent] = place
    .split('/')
    .filter((step) => !step.startsWith('@'))
    .toReversed()
  return {
    names: [parent === undefined ? name : `${parent}/${name}`],
    when: (element) => (attribute === '' || element.attribute(attribute) !== null) && isPlace(element),
  }
}

function attributeOf(place: string): string {
  return place.split('/@')[1] ?? ''
}

/** Tells whether a text is one of the codes, white space around it aside. */
function isIn(codes: Codes, text: string): boolean {
  return codes.has(text) || codes.has(normalizeSpace(text))
}

/** A bank's identifier of a creditor (BT-90) has this scheme, on a seller or a payee alone. */
const creditorSchemes: Codes = new Set(['SEPA'])

function mayBeCreditor(identifier: UblElement): boolean {
  for (let above = identifier.parent; above !== null; above = above.parent) {
    if (above.name === 'cac:AccountingSupplierParty' || above.name === 'cac:PayeeParty') return true
  }
  return false
}

/** Tells whether a reference around an identifier is one to an invoiced object (BT-18, BT-128). */
function isOfObject({ parent }: UblElement): boolean {
  return parent !== null && someText(parent, '130', 'cbc:DocumentTypeCode')
}

function isOfAllowance({ parent }: UblElement): boolean {
  return parent !== null && someBoolean(parent, false, 'cbc:ChargeIndicator')
}

function isOfCharge({ parent }: UblElement): boolean {
  return parent !== null && someBoolean(parent, true, 'cbc:ChargeIndicator')
}

/**
 * A note may begin with what it is about: `#AAA#text`. What stands between the first two `#` is looked for anywhere
 * in the list as it is published, spaces and all, and only when it is three characters; other notes are free.
 */
function subjectIn(codes: Codes): Rule['holds'] {
  const list = ` ${[...codes].join(' ')} `
  return (note) => {
    const [, subject, ...rest] = textOf(note).split('#')
    if (subject === undefined || rest.length === 0 || [...subject].length !== 3) return true
    return list.includes(subject)
  }
}
