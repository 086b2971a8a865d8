import { container } from '#app/_server/container.ts'
import { isReachable } from '#lib/services/operator/readiness.ts'

/** 200 when requests can be served: the database answers and has the schema. 503 when not. */
export async function GET(): Promise<Response> {
  const ready = await container()
    .then(isReachable)
    .catch(() => false)
  return Response.json(
    { status: ready ? 'ready' : 'not ready' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
