import { inflateSync } from 'node:zlib'
import { type AttachmentType, attachmentTypes } from '#lib/codelists/attachment-types.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { inspectZip } from './inspect-zip.ts'

/** Why a file is refused by what it holds: none of the six types, or one that does things or hides its content. */
export type ContentProblem = 'attachment-type' | 'attachment-active'

type Inspected = Result<AttachmentType, ContentProblem>

/**
 * Decides a file's type by its bytes. Its name counts for CSV alone, which has no mark of its own. A PDF with
 * JavaScript, a launch action or encryption, and a spreadsheet with macros, are `attachment-active`.
 */
export function inspectFile(name: string, bytes: Uint8Array): Inspected {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')) return fail('attachment-type')
  if (data.subarray(0, 5).equals(Buffer.from('%PDF-'))) return inspectPdf(data)
  if (isPng(data)) return typed('image/png')
  if (isJpeg(data)) return typed('image/jpeg')
  if (data.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    const zip = inspectZip(data)
    return zip.ok ? typed(zip.value) : zip
  }
  return /\.csv$/i.test(name.trim()) && isCsv(data) ? typed('text/csv') : fail('attachment-type')
}

function typed(mimeCode: string): Inspected {
  const type = attachmentTypes.find((each) => each.mimeCode === mimeCode)
  return type ? succeed(type) : fail('attachment-type')
}

/** Names may be written with #xx, and objects may lie in a compressed object stream: both are looked through. */
const activeName = /\/(?:JavaScript|Launch|Encrypt)(?![^\s/()<>[\]{}%])/

/** Compressed objects are looked through up to so many bytes; a PDF with more is not taken. */
const mostInflated = 64_000_000

function inspectPdf(data: Buffer): Inspected {
  const text = data.toString('latin1')
  if (!text.includes('%%EOF')) return fail('attachment-type')
  if (hasActiveName(text)) return fail('attachment-active')
  let budget = mostInflated
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const head = readNames(text.slice(Math.max(0, found.index - 1500), found.index))
    const dictionary = head.slice(Math.max(head.lastIndexOf('endobj'), head.lastIndexOf('endstream'), 0))
    if (head.endsWith('end') || !dictionary.includes('/ObjStm')) continue
    if (!dictionary.includes('/FlateDecode') && !/\/Fl\b/.test(dictionary)) continue
    const objects = inflate(data.subarray(found.index + found[0].length), budget)
    if (objects === null) return fail('attachment-active')
    budget -= objects.length
    if (budget <= 0 || hasActiveName(objects.toString('latin1'))) return fail('attachment-active')
  }
  return typed('application/pdf')
}

function hasActiveName(text: string): boolean {
  return activeName.test(text) || (text.includes('#') && activeName.test(readNames(text)))
}

function readNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** What follows the compressed bytes is ignored; null when they cannot be read, or are more than `most`. */
function inflate(bytes: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: most })
  } catch {
    return null
  }
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The chunks of a PNG follow each other from IHDR to IEND, and nothing lies behind. */
function isPng(data: Buffer): boolean {
  if (!data.subarray(0, 8).equals(pngMark) || data.toString('latin1', 12, 16) !== 'IHDR') return false
  let at = 8
  while (at + 12 <= data.length) {
    const name = data.toString('latin1', at + 4, at + 8)
    at += 12 + data.readUInt32BE(at)
    if (name === 'IEND') return at === data.length
  }
  return false
}

/** The segments of a JPEG follow each other to the start of a scan; a frame is among them, and the image ends. */
function isJpeg(data: Buffer): boolean {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return false
  let at = 2
  let hasFrame = false
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return hasFrame && data.includes(Buffer.from([0xff, 0xd9]), at)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true
    at += 2 + data.readUInt16BE(at + 2)
  }
  return false
}

/** Text that a browser or a shell would take for something else than a table. */
const noTable = /^\s*(?:<|#!|%!|\{\\rtf|@echo)|<(?:script|html|svg|iframe|!doctype|\?xml|\?php)/i

/** UTF-8, or else a text of one byte a character; no control characters but tab and line breaks. */
function isCsv(data: Buffer): boolean {
  for (const byte of data)
    if (byte === 0x7f || (byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte))) return false
  return !noTable.test(decode(data))
}

function decode(data: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return data.toString('latin1')
  }
}
