import { container } from '#app/_server/container.ts'
import { receiveResponse } from '#lib/services/delivery/receive-response.ts'
import { isSameSecret } from '#lib/services/secrets.ts'

/** An answer is a few kilobytes; what is larger is none. */
const mostBytes = 1_000_000

/**
 * What the access point forwards out of the network, for who has the token of `INBOUND_TOKEN`; without that setting
 * there is no such page. 204 when it is dealt with, 400 when it never will be; what
 * breaks here is a 500, and comes again.
 */
export async function POST(request: Request): Promise<Response> {
  const platform = await container()
  const { inboundToken } = platform.config
  if (inboundToken === undefined) return answer(404)
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!isSameSecret(request.headers.get('x-token') ?? bearer ?? '', inboundToken)) return answer(401)
  const bytes = await readAtMost(request, mostBytes)
  if (bytes === null) return answer(413)
  const received = await receiveResponse(platform, bytes)
  return answer(received.ok ? 204 : 400)
}

const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Null when there is more: it is not read to its end. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
