import { fullInvoice, plainInvoice, sampleFiles } from '#lib/ubl/sample-invoice.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/**
 * The documents that rule cases start from, all as our own writer writes them: `invoice` has one line and nothing but
 * what it must have, the `full` ones have every field of the form, files, allowances and charges.
 */
export const baseDocuments = {
  invoice: text(toXmlBytes(writeInvoice(plainInvoice()))),
  'credit-note': text(toXmlBytes(writeInvoice(plainInvoice({ kind: 'credit-note' })))),
  'full-invoice': text(toXmlBytes(writeInvoice(fullInvoice('invoice'), sampleFiles))),
  'full-credit-note': text(toXmlBytes(writeInvoice(fullInvoice('credit-note'), sampleFiles))),
} as const

/** The name of one of them. */
export type BaseDocument = keyof typeof baseDocuments
