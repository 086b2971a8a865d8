import { ConfigError, loadConfig } from '#lib/adapters/env.ts'
import { describeError, openLog } from '#lib/adapters/log.ts'
import { noteSocketAddresses } from './client-address.ts'

const log = openLog({ level: process.env.LOG_LEVEL || 'info', process: 'web' })

/**
 * Checks the configuration; a wrong one is written out whole and ends the process. From then on what the framework
 * prints becomes a line of our log, without messages: an error of the database holds the statement's parameters.
 */
export async function checkAtBoot(): Promise<void> {
  try {
    loadConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
  noteSocketAddresses()
  console.error = (...printed: unknown[]) => {
    log.error(describeError(printed.find((thing) => thing instanceof Error)), 'printed by the framework')
  }
}

/** Logs an error of a page or route under the reference its user sees, with the route's pattern, never its address. */
export async function logRequestError(
  error: unknown,
  request: Readonly<{ method: string; headers: NodeJS.Dict<string | string[]> }>,
  context: Readonly<{ routePath: string }>,
): Promise<void> {
  const digest =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  log.error(
    {
      reference: digest,
      requestId: request.headers['x-request-id'],
      method: request.method,
      route: context.routePath,
      ...describeError(error),
    },
    'request broken',
  )
}
