import type { JudgedDocument } from '../../judged-document.ts'
import { type Rule, warning } from '../../rule.ts'

/** The name of every attribute in a document. The name of a payment means code is not counted: it is BT-82. */
export function attributeNames(document: JudgedDocument): ReadonlySet<string> {
  const names = new Set<string>()
  for (const element of document.elements) {
    for (const name in element.attributes) {
      if (name !== 'name' || element.name !== 'cbc:PaymentMeansCode') names.add(name)
    }
  }
  return names
}

/** Rule id → the attribute that no element has (UBL-DT-08 to UBL-DT-28). */
export const notUsedAttributes: Readonly<Record<string, string>> = {
  'UBL-DT-08': 'schemeName',
  'UBL-DT-09': 'schemeAgencyName',
  'UBL-DT-10': 'schemeDataURI',
  'UBL-DT-11': 'schemeURI',
  'UBL-DT-12': 'format',
  'UBL-DT-13': 'unitCodeListIdentifier',
  'UBL-DT-14': 'unitCodeListAgencyIdentifier',
  'UBL-DT-15': 'unitCodeListAgencyName',
  'UBL-DT-16': 'listAgencyName',
  'UBL-DT-17': 'listName',
  'UBL-DT-18': 'name',
  'UBL-DT-19': 'languageID',
  'UBL-DT-20': 'listURI',
  'UBL-DT-21': 'listSchemeURI',
  'UBL-DT-22': 'languageLocaleID',
  'UBL-DT-23': 'uri',
  'UBL-DT-24': 'currencyCodeListVersionID',
  'UBL-DT-25': 'characterSetCode',
  'UBL-DT-26': 'encodingCode',
  'UBL-DT-27': 'schemeAgencyID',
  'UBL-DT-28': 'listAgencyID',
}

/** UBL-DT-08 to UBL-DT-28: attributes that no element has. Judged at the root. */
export const attributeRules: readonly Rule[] = Object.entries(notUsedAttributes).map(([id, name]) =>
  warning(id, [], (_, document) => !document.fact(attributeNames).has(name)),
)
