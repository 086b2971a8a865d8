import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/** Where the official schema and the cases to compare with are. */
export const conformanceDir = resolve(process.env.CONFORMANCE_DIR ?? '../shared/conformance')

/** Judges bytes by the UBL 2.1 schema. Throws, with the schema's own words, when they are not a valid Invoice. */
export function expectValidInvoice(bytes: Uint8Array): void {
  xmlRegisterFsInputProviders()
  const file = resolve(conformanceDir, 'xsd/maindoc/UBL-Invoice-2.1.xsd')
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href })
  const validator = XsdValidator.fromDoc(schema)
  const document = XmlDocument.fromBuffer(bytes)
  validator.validate(document)
  document.dispose()
  validator.dispose()
  schema.dispose()
}
