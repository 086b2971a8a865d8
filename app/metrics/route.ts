import { container } from '#app/_server/container.ts'
import { readMetrics } from '#lib/services/operator/metrics.ts'
import { isSameSecret } from '#lib/services/secrets.ts'

/** The queues for Prometheus, for who has the token of `METRICS_TOKEN`. Without that setting there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const platform = await container()
  const { metricsToken } = platform.config
  if (metricsToken === undefined) return new Response('Not found\n', { status: 404, headers })
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!isSameSecret(given, metricsToken)) {
    return new Response('A token is needed\n', {
      status: 401,
      headers: { ...headers, 'www-authenticate': 'Bearer' },
    })
  }
  return new Response(await readMetrics(platform), {
    headers: { ...headers, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  })
}

const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
