/**
 * An invoice's bytes as a file to save: never shown (attachment; proxy.ts adds the sandbox), never kept by a
 * cache. `nosniff` is on every answer, from proxy.ts. Null answers 404.
 */
export function xmlResponse(file: { bytes: Uint8Array; fileName: string } | null): Response {
  if (file === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${file.fileName.replace(/[^A-Za-z0-9._-]/g, '-')}"`,
      'cache-control': 'private, no-store',
    },
  })
}
