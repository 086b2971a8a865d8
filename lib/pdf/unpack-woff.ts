import { inflateSync } from 'node:zlib'

const header = 12
const entry = 16

/**
 * Turns a WOFF file into the plain font inside it (TrueType): its tables, unpacked once. A font that is read through
 * its WOFF is unpacked anew for each letter that is embedded. Throws on what is no WOFF.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => readTable(woff, 44 + at * 20))
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(header + count * entry)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  let offset = head.length
  const padded = tables.map(({ tag, checksum, bytes }, at) => {
    const start = header + at * entry
    tag.copy(head, start)
    head.writeUInt32BE(checksum, start + 4)
    head.writeUInt32BE(offset, start + 8)
    head.writeUInt32BE(bytes.length, start + 12)
    const body = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    offset += body.length
    return body
  })
  return Buffer.concat([head, ...padded])
}

function readTable(woff: Buffer, at: number) {
  const start = woff.readUInt32BE(at + 4)
  const packedLength = woff.readUInt32BE(at + 8)
  const length = woff.readUInt32BE(at + 12)
  const packed = woff.subarray(start, start + packedLength)
  return {
    tag: woff.subarray(at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    bytes: packedLength < length ? inflateSync(packed) : packed,
  }
}
