import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { clientAddress, noteSocketAddresses } from './client-address.ts'

/** Asks a real server with this header, and gives the address it would count tries under. */
async function seenAs(forwarded: string | undefined, trustedProxies: number): Promise<string> {
  const server = createServer((request, response) => {
    const header = request.headers['x-forwarded-for']
    response.end(clientAddress(typeof header === 'string' ? header : null, trustedProxies))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  try {
    return await new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, headers, agent: false }, (answer) => {
        let text = ''
        answer.on('data', (part) => {
          text += part
        })
        answer.on('end', () => resolve(text))
      }).on('error', reject)
    })
  } finally {
    server.close()
  }
}

test('an invented X-Forwarded-For changes nothing; behind proxies of ours the one they saw counts (W9)', async () => {
  expect(clientAddress('203.0.113.7', 0)).toBe('unknown')
  noteSocketAddresses()
  expect(await seenAs(undefined, 0)).toBe('127.0.0.1')
  expect(await seenAs('203.0.113.7', 0)).toBe('127.0.0.1')
  expect(await seenAs('203.0.113.7, 198.51.100.9', 1)).toBe('198.51.100.9')
  expect(await seenAs('1.1.1.1, 203.0.113.7, 198.51.100.9', 2)).toBe('203.0.113.7')
  // Fewer entries than proxies: the request went round them, and its socket is what is known.
  expect(await seenAs('203.0.113.7', 2)).toBe('127.0.0.1')
})
