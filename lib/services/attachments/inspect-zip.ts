import { inflateRawSync } from 'node:zlib'
import { fail, type Result, succeed } from '#lib/core/result.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ods = 'application/vnd.oasis.opendocument.spreadsheet'

/** Unpacked a spreadsheet may say it is so large, and hold so many parts; a bomb is larger. */
const limits = { bytes: 200_000_000, entries: 5000 }

type Entry = {
  name: string
  isEncrypted: boolean
  method: number
  packed: number
  size: number
  offset: number
}

/** The MIME type of a packed spreadsheet (xlsx, ods) by its parts; refused when it is none, or holds macros or a lock. */
export function inspectZip(data: Buffer): Result<string, 'attachment-type' | 'attachment-active'> {
  const entries = readDirectory(data)
  if (entries === null) return fail('attachment-type')
  const names = entries.map(({ name }) => name)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (entries.some(({ isEncrypted }) => isEncrypted)) return fail('attachment-active')
  if (names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml')) {
    return has(/vbaProject\.bin$|^xl\/(macrosheets|activeX|embeddings)\//i)
      ? fail('attachment-active')
      : succeed(xlsx)
  }
  const mimetype = entries.find(({ name }) => name === 'mimetype')
  if (mimetype?.offset !== 0 || mimetype.method !== 0 || !names.includes('content.xml'))
    return fail('attachment-type')
  if (contentOf(data, mimetype)?.toString('latin1') !== ods) return fail('attachment-type')
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml')
  const list = manifest ? contentOf(data, manifest)?.toString('utf8') : undefined
  if (list === undefined) return fail('attachment-type')
  return list.includes('encryption-data') || has(/^(Basic|Scripts|Object [^/]*\/Basic)\//i)
    ? fail('attachment-active')
    : succeed(ods)
}

/** The central directory, which must lie at the very end: what hides behind or before it is no part of the file. */
function readDirectory(data: Buffer): Entry[] | null {
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0 || end + 22 > data.length) return null
  if (end + 22 + data.readUInt16LE(end + 20) !== data.length) return null
  const total = data.readUInt16LE(end + 10)
  let at = data.readUInt32LE(end + 16)
  if (total > limits.entries || at + data.readUInt32LE(end + 12) !== end) return null
  const entries: Entry[] = []
  let bytes = 0
  for (let count = 0; count < total; count += 1) {
    if (at + 46 > end || data.readUInt32LE(at) !== 0x02014b50) return null
    const nameEnd = at + 46 + data.readUInt16LE(at + 28)
    const entry = {
      name: data.toString('utf8', at + 46, nameEnd),
      isEncrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    }
    bytes += entry.size
    const isOutside = entry.name.startsWith('/') || entry.name.split(/[\\/]/).includes('..')
    if (bytes > limits.bytes || isOutside) return null
    entries.push(entry)
    at = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return at === end ? entries : null
}

/** A small entry's bytes, at most 1 MB; null when they cannot be read. */
function contentOf(data: Buffer, { method, packed, offset }: Entry): Buffer | null {
  if (offset + 30 > data.length || data.readUInt32LE(offset) !== 0x04034b50) return null
  const start = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28)
  const bytes = data.subarray(start, start + packed)
  if (method === 0) return bytes.length > 1_000_000 ? null : bytes
  try {
    return inflateRawSync(bytes, { maxOutputLength: 1_000_000 })
  } catch {
    return null
  }
}
