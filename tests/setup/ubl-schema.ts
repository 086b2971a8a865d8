import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/** Where the official schema and the cases to compare with are. */
export const conformanceDir = resolve(process.env.CONFORMANCE_DIR ?? '../shared/conformance')

const validators = new Map<string, XsdValidator>()

/** The UBL 2.1 schema of a root, read once and kept as long as the tests run. */
function validatorOf(root: string): XsdValidator {
  const known = validators.get(root)
  if (known !== undefined) return known
  xmlRegisterFsInputProviders()
  const file = resolve(conformanceDir, `xsd/maindoc/UBL-${root}-2.1.xsd`)
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href })
  const validator = XsdValidator.fromDoc(schema)
  validators.set(root, validator)
  return validator
}

/** Runs a function on a parsed document and frees the parser's memory after. */
export function parsedBy<Value>(bytes: Uint8Array, use: (document: XmlDocument) => Value): Value {
  const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET })
  try {
    return use(document)
  } finally {
    document.dispose()
  }
}

/** Judges bytes by the UBL 2.1 schema of their root. Throws, with the schema's own words, when they are not valid. */
export function expectValidDocument(bytes: Uint8Array): void {
  parsedBy(bytes, (document) => validatorOf(document.root.name).validate(document))
}
