import { ConfigError, loadConfig } from '#lib/adapters/env.ts'
import { describeError, openLog } from '#lib/adapters/log.ts'

/** Checks the configuration; a wrong one is written out whole and ends the process. */
export async function checkAtBoot(): Promise<void> {
  try {
    loadConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

const log = openLog({ level: 'info', process: 'web' })

/** Logs an error of a page or route under the reference its user sees. Paths are cut at their first id. */
export async function logRequestError(
  error: unknown,
  request: Readonly<{ path: string; method: string; headers: NodeJS.Dict<string | string[]> }>,
): Promise<void> {
  const digest =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  const route = request.path.split('?')[0]?.split('/').slice(0, 3).join('/')
  log.error(
    {
      reference: digest,
      requestId: request.headers['x-request-id'],
      method: request.method,
      route,
      ...describeError(error),
    },
    'request broken',
  )
}
