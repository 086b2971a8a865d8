import { crc32, deflateSync } from 'node:zlib'

// Real files of every kind an invoice may carry, as small as they can be, and some it may not.

const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))

/** A PDF of one page; `extra` is put among its objects. `size` pads it with a comment to so many bytes. */
export function pdfOf(extra = '', size = 0): Uint8Array {
  const body = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n${extra}`
  const end = '\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'
  const padding = Math.max(0, size - body.length - end.length)
  return text(body + (padding > 0 ? `%${' '.repeat(padding - 1)}` : '') + end)
}

/** A PDF whose objects lie in a compressed object stream, where a plain search does not see them. */
export function pdfWithObjectStream(objects: string): Uint8Array {
  const packed = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  return pdfOf(
    `4 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream endobj`,
  )
}

/** A PNG of one grey dot. */
export function pngOf(): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** A JPEG's segments: application data, a frame, a scan, the end. */
export function jpegOf(): Uint8Array {
  return text(
    '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f\xff\xd9',
  )
}

/** A table as Excel in Sweden saves it. */
export function csvOf(): Uint8Array {
  return text('Datum;Ben\xe4mning;Belopp\r\n2026-11-03;B\xe4nkskiva;1299,50\r\n')
}

/** What a Windows program begins with. */
export function exeOf(): Uint8Array {
  return text(`MZ\x90\x00\x03\x00\x00\x00${'\x00'.repeat(64)}This program cannot be run in DOS mode.\r\n`)
}

/** An archive with these files, stored as they are. */
export function zipOf(files: Readonly<Record<string, string>>, after = ''): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const [bytes, named] = [Buffer.from(content), Buffer.from(name)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(crc32(bytes), 14)
    local.writeUInt32LE(bytes.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(named.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 16, 14, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, named, bytes)
    centrals.push(central, named)
    offset += 30 + named.length + bytes.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end, Buffer.from(after)]))
}

/** A workbook; `more` is put among its parts. */
export function xlsxOf(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', ...more })
}

/** An OpenDocument spreadsheet; `more` is put among its parts. */
export function odsOf(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': '<content/>',
    'META-INF/manifest.xml': '<manifest/>',
    ...more,
  })
}

/** Bytes that hold their text in Latin-1. */
export const bytesOf = text
