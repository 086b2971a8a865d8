/** A file for a person, or why there is none. */
type FileOutcome =
  | { readonly ok: true; readonly value: { bytes: Uint8Array; fileName: string; mimeType: string } }
  | { readonly ok: false; readonly code: 'unknown' | 'attachment-corrupt' | 'store-away' | 'being-made' }

const statuses = { unknown: 404, 'attachment-corrupt': 500, 'store-away': 503, 'being-made': 503 } as const

/**
 * A document's bytes or an attachment as a file to save: never shown (attachment; the sandbox, which proxy.ts adds
 * too), never kept by a cache. `nosniff` is on every answer, from next.config.ts. Null and `unknown` answer 404,
 * damaged bytes 500, a store that is away and a file that is being made 503, each with its code.
 */
export function fileResponse(outcome: FileOutcome | null): Response {
  const code = outcome === null ? 'unknown' : outcome.ok ? null : outcome.code
  if (outcome === null || !outcome.ok || code !== null) {
    const headers = { 'cache-control': 'no-store', ...(code === 'being-made' && { 'retry-after': '2' }) }
    return Response.json({ code }, { status: statuses[code ?? 'unknown'], headers })
  }
  const { bytes, fileName, mimeType } = outcome.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': /^text\/|xml$/.test(mimeType) ? `${mimeType}; charset=utf-8` : mimeType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodedName(fileName)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** For readers that do not know RFC 5987. */
function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._ ()-]/g, '-')
}

/** RFC 5987 3.2.1: what `encodeURIComponent` leaves and the header's grammar does not know. */
function encodedName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
