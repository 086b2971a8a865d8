import { attachmentLimits } from '#lib/forms/attachments.ts'

/** What is uploaded beside the file itself: a form's boundaries and headers. */
const roomForForm = 16_384

/** A file as it came, or the status and code of the refusal. */
export type Upload = { fileName: string; bytes: Uint8Array } | { status: 400 | 413; code: string }

/**
 * Reads one uploaded file: a form with the field `file`, or the bytes themselves with `X-File-Name` (per cent encoded).
 * The body is read in pieces and given up as soon as it is larger than a file may be, whatever Content-Length said.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  const isForm = /^multipart\/form-data\s*;/i.test(type)
  const most = attachmentLimits.fileBytes + (isForm ? roomForForm : 0)
  const tooLarge = { status: 413, code: 'attachment-too-large' } as const
  if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge
  const body = await readAtMost(request.body, most)
  if (body === null) return tooLarge
  if (isForm) return readForm(body, type)
  const fileName = decodeName(request.headers.get('x-file-name'))
  return fileName === null ? { status: 400, code: 'unreadable' } : { fileName, bytes: body }
}

async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    // Leaving the loop cancels the stream: the rest is not read.
    if (size > most) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

async function readForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<Upload> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const files = form.getAll('file')
    const [file] = files
    if (files.length === 1 && file instanceof File)
      return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    // A form that cannot be read is answered like one without a file.
  }
  return { status: 400, code: 'unreadable' }
}

function decodeName(header: string | null): string | null {
  try {
    const name = decodeURIComponent(header ?? '')
    return name.length > 0 && name.length <= 1000 ? name : null
  } catch {
    return null
  }
}
