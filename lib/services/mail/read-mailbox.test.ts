import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openMailbox } from '#lib/adapters/mail/mailbox.ts'
import { readEmbeddedMailbox } from './read-mailbox.ts'

const here = { address: '127.0.0.1', host: 'localhost:3000' }
let config: { host: string; dataDir: string }

beforeAll(async () => {
  config = { host: '127.0.0.1', dataDir: await mkdtemp(join(tmpdir(), 'talong-mailbox-')) }
  const letter = { to: 'kim@exempel.invalid', text: 'Hej', html: '<p>Hej</p>' }
  let seconds = 0
  const mailbox = openMailbox(config.dataDir, () => new Date(Date.UTC(2026, 2, 9, 12, 0, seconds++)))
  await mailbox.send('a', { ...letter, subject: 'first' })
  await mailbox.send('b', { ...letter, subject: 'second' })
})

describe('the embedded mailbox', () => {
  test('shows its letters on this machine, newest first', async () => {
    const read = await readEmbeddedMailbox(config, here)
    expect(read.ok && read.value.map(({ subject }) => subject)).toEqual(['second', 'first'])
  })

  test.each([
    ['from another machine', {}, { address: '192.0.2.7' }],
    ['from an unknown address', {}, { address: 'unknown' }],
    ['by a public name', {}, { host: 'talong.example' }],
    ['without a host', {}, { host: null }],
    ['by a name that only begins as loopback', {}, { host: 'localhost.example:3000' }],
    ['on a server that other machines reach, whatever address the request claims', { host: '0.0.0.0' }, {}],
    ['when mail is sent for real', { smtpUrl: 'smtp://localhost' }, {}],
  ])('is not there %s', async (_case, changedConfig, changedRequest) => {
    const read = await readEmbeddedMailbox({ ...config, ...changedConfig }, { ...here, ...changedRequest })
    expect(read.ok).toBe(false)
  })
})
