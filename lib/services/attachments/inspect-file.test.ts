import { expect, test } from 'vitest'
import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import {
  bytesOf,
  csvOf,
  exeOf,
  jpegOf,
  odsOf,
  pdfOf,
  pdfWithObjectStream,
  pngOf,
  xlsxOf,
  zipOf,
} from '#tests/setup/files.ts'
import { cleanFileName, uniqueFileName } from './file-name.ts'
import { inspectFile } from './inspect-file.ts'

test.each<[mimeCode: string, name: string, bytes: Uint8Array]>([
  ['application/pdf', 'no ending', pdfOf()],
  ['application/pdf', 'packed.pdf', pdfWithObjectStream('1 0 <</Type/Page>>')],
  ['image/png', 'wrong.pdf', pngOf()],
  ['image/jpeg', 'photo.jfif', jpegOf()],
  ['text/csv', 'Tider.CSV', csvOf()],
  ['text/csv', 'utf8.csv', new TextEncoder().encode('namn;pris\nÖl;1')],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'a.xlsx', xlsxOf()],
  ['application/vnd.oasis.opendocument.spreadsheet', 'a.ods', odsOf()],
])('%s is told by its content (%s)', (mimeCode, name, bytes) => {
  expect(inspectFile(name, bytes)).toMatchObject({ ok: true, value: { mimeCode } })
})

test.each<[what: string, name: string, bytes: Uint8Array]>([
  ['a program', 'faktura.pdf', exeOf()],
  ['a web page', 'faktura.pdf', bytesOf('<!DOCTYPE html><script>alert(1)</script>')],
  ['a web page as CSV', 'faktura.csv', bytesOf('  <html><body>a;b</body></html>')],
  ['a script inside CSV', 'faktura.csv', bytesOf('a;b\n"<script>alert(1)</script>";2')],
  ['a drawing', 'logo.png', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a shell script', 'list.csv', bytesOf('#!/bin/sh\nrm -rf a,b\n')],
  ['a batch file', 'list.bat', bytesOf('a,b\r\ndel c,d\r\n')],
  ['binary content as CSV', 'list.csv', bytesOf('a;b\x00\x01')],
  ['a picture with a page behind it', 'a.png', new Uint8Array([...pngOf(), ...bytesOf('<html>')])],
  ['half a picture', 'a.png', pngOf().subarray(0, 40)],
  ['half a photo', 'a.jpg', jpegOf().subarray(0, 12)],
  ['a PDF behind something else', 'a.pdf', new Uint8Array([...bytesOf('GIF89a'), ...pdfOf()])],
  ['half a PDF', 'a.pdf', pdfOf().subarray(0, 60)],
  ['an archive', 'a.xlsx', zipOf({ 'a.txt': 'a' })],
  [
    'an archive with something behind it',
    'a.xlsx',
    zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }, 'MZ'),
  ],
  ['an archive that leaves its folder', 'a.xlsx', xlsxOf({ '../../evil.exe': 'MZ' })],
  [
    'a text document',
    'a.ods',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }),
  ],
  [
    'the test file of virus scanners',
    'a.csv',
    bytesOf('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
  ],
])('%s is refused, whatever its name', (_what, name, bytes) => {
  expect(inspectFile(name, bytes)).toMatchObject({ ok: false, code: 'attachment-type' })
})

test.each<[what: string, bytes: Uint8Array]>([
  ['JavaScript', pdfOf('4 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj')],
  ['JavaScript with a disguised name', pdfOf('4 0 obj<</S/J#61va#53cript/JS(x)>>endobj')],
  ['JavaScript in a compressed object', pdfWithObjectStream('4 0 <</S/JavaScript/JS(x)>>')],
  [
    'an object stream that cannot be read',
    pdfOf('4 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\nxx\nendstream endobj'),
  ],
  ['a launch action', pdfOf('4 0 obj<</S /Launch /F(cmd.exe)>>endobj')],
  ['encryption', pdfOf('4 0 obj<</Filter/Standard>>endobj trailer<</Encrypt 4 0 R>>')],
  ['Excel macros', xlsxOf({ 'xl/vbaProject.bin': 'x' })],
  ['OpenDocument macros', odsOf({ 'Basic/Standard/Module1.xml': 'x' })],
  ['a password', odsOf({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' })],
])('a document with %s is refused', (_what, bytes) => {
  expect(inspectFile('a.pdf', bytes)).toMatchObject({ ok: false, code: 'attachment-active' })
})

const typeOf = (ending: string) => {
  const type = attachmentTypes.find(({ endings }) => endings.includes(ending))
  if (!type) throw new Error(`no type has the ending ${ending}`)
  return type
}

test.each<[typed: string, ending: string, clean: string]>([
  ['C:\\Users\\Ada\\faktura.pdf', 'pdf', 'faktura.pdf'],
  ['../../etc/passwd', 'csv', 'passwd.csv'],
  ['faktura\u202Efdp.exe', 'pdf', 'fakturafdp.pdf'],
  ['fak\u0000tura\r\n\u200B.PDF', 'pdf', 'faktura.pdf'],
  ['Räkning nr 7: "mars" <2>.jpeg', 'jpg', 'Räkning nr 7 mars 2.jpeg'],
  ['...', 'png', 'bilaga.png'],
  ['', 'ods', 'bilaga.ods'],
  ['version 2.1', 'pdf', 'version 2.1.pdf'],
])('the name %j becomes a safe one', (typed, ending, clean) => {
  expect(cleanFileName(typed, typeOf(ending))).toBe(clean)
})

test('a name is at most 100 characters, whole ones, with its ending, and no other file has it', () => {
  const long = cleanFileName(`${'å😀'.repeat(80)}.pdf`, typeOf('pdf'))
  expect(long.length).toBeLessThanOrEqual(100)
  expect(long.isWellFormed()).toBe(true)
  expect(long.endsWith('.pdf')).toBe(true)
  expect(uniqueFileName('a.pdf', ['A.PDF', 'a (2).pdf'])).toBe('a (3).pdf')
  expect(uniqueFileName(long, [long]).length).toBeLessThanOrEqual(100)
})
