/** A file that the server has taken, as it is shown. */
export type UploadedFile = { id: string; fileName: string; size: number; description: string }

/** What came of an upload. `message` is the server's, in the user's language; empty when no answer came. */
export type UploadOutcome = { ok: true; file: UploadedFile } | { ok: false; message: string }

/**
 * Sends one file to an invoice and tells how far it has come, 0–100. `id`: what the file will be known by; sent again with
 * the same one, it is there once. Never throws.
 */
export function uploadFile(
  invoiceId: string,
  id: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    // fetch cannot tell how much of a request has left.
    const request = new XMLHttpRequest()
    request.open('POST', `/api/invoices/${invoiceId}/attachments`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.setRequestHeader('x-upload-id', id)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100))
    })
    request.addEventListener('loadend', () => resolve(readOutcome(request.status, request.responseText)))
    request.send(file)
  })
}

function readOutcome(status: number, body: string): UploadOutcome {
  const answer = readObject(body)
  const text = (name: string) => {
    const value = answer[name]
    return typeof value === 'string' ? value : ''
  }
  if (status !== 201) return { ok: false, message: text('message') }
  const size = answer.size
  return {
    ok: true,
    file: {
      id: text('id'),
      fileName: text('fileName'),
      size: typeof size === 'number' ? size : 0,
      description: text('description'),
    },
  }
}

function readObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
  } catch {
    return {}
  }
}
