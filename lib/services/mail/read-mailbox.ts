import type { Config } from '#lib/adapters/env.ts'
import { readMailbox, type StoredLetter } from '#lib/adapters/mail/mailbox.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'

const loopbackHosts = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])
const mostLetters = 50

/** Where a request came from and what it asked for. */
export type MailboxRequest = { address: string; host: string | null }

/**
 * The newest letters of the embedded mailbox, newest first. They hold links that sign people up, so `not-here`
 * unless nothing else sends the mail, the server listens on loopback alone, and the request came from this machine
 * to it by a loopback name: an address in a header can be invented, the other two cannot.
 */
export async function readEmbeddedMailbox(
  config: Pick<Config, 'host' | 'smtpUrl' | 'dataDir'>,
  request: MailboxRequest,
): Promise<Result<StoredLetter[], 'not-here'>> {
  if (!hasMailbox(config)) return fail('not-here')
  if (!isLoopbackAddress(request.address) || !isLoopbackName(request.host)) return fail('not-here')
  return succeed(await readMailbox(config.dataDir, mostLetters))
}

/** Tells whether letters are kept here to be read: no mail server, and nobody but this machine can ask. */
export function hasMailbox(config: Pick<Config, 'host' | 'smtpUrl'>): boolean {
  return config.smtpUrl === undefined && loopbackHosts.has(config.host)
}

function isLoopbackAddress(address: string): boolean {
  return /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1'
}

function isLoopbackName(host: string | null): boolean {
  return host !== null && loopbackHosts.has(host.replace(/:\d+$/, ''))
}
