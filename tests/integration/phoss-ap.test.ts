import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withBreaker } from '#lib/adapters/access-point/breaker.ts'
import { openPhossAp } from '#lib/adapters/access-point/phoss-ap.ts'

// The adapter over real HTTP: what it asks for, and what it makes of every answer there may be.

type Answer = { code?: number; body?: unknown; headers?: Record<string, string>; cut?: boolean }

let server: Server
let url: string
let answer: Answer
const requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[] = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
    if (answer.cut) return response.socket?.destroy()
    response
      .writeHead(answer.code ?? 200, answer.headers)
      .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/ap` : ''
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  requests.length = 0
  answer = {}
})

const document = {
  messageId: '6f4c0a5e-7b1e-5c3a-9d52-0f1f6f2f5a10',
  kind: 'invoice',
  sender: { scheme: '0007', id: '5599990008' },
  receiver: { scheme: '0088', id: '7350000000009' },
  country: 'SE',
  xml: new TextEncoder().encode('<Invoice>å</Invoice>'),
} as const

const open = () => openPhossAp({ url, token: 'a-token' })

test('a document is submitted under its own message id, with every identifier encoded, the token and the exact bytes', async () => {
  answer = { body: { overallSuccess: true } }
  expect(await open().submit(document)).toEqual({ answer: 'taken' })
  const [request] = requests
  const [path = '', query = ''] = (request?.path ?? '').split('?')
  expect(request?.method).toBe('POST')
  expect(path.split('/').slice(0, 5)).toEqual(['', 'ap', 'api', 'outbound', 'submit'])
  expect(path.split('/').slice(5).map(decodeURIComponent)).toEqual([
    'iso6523-actorid-upis::0007:5599990008',
    'iso6523-actorid-upis::0088:7350000000009',
    'busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1',
    'cenbii-procid-ubl::urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    'SE',
  ])
  expect(query).toBe(`sbdhInstanceID=${document.messageId}`)
  expect(request?.headers['x-token']).toBe('a-token')
  expect(request?.body).toBe('<Invoice>å</Invoice>')
  await open().submit({ ...document, kind: 'credit-note' })
  expect(decodeURIComponent(requests[1]?.path ?? '')).toContain('xsd:CreditNote-2::CreditNote##')
})

test.each<[string, Answer, unknown]>([
  [
    'an identifier that cannot be read is refused for good',
    { code: 400 },
    { answer: 'refused', code: 'identifier-refused' },
  ],
  [
    'a wrong token is no refusal of the invoice',
    { code: 401 },
    { answer: 'again', code: 'http-401', afterSeconds: null },
  ],
  [
    'sending that is switched off is asked again',
    { code: 404 },
    { answer: 'again', code: 'http-404', afterSeconds: null },
  ],
  [
    'a failed sending is asked about',
    { code: 422, body: { overallSuccess: false } },
    { answer: 'again', code: 'http-422', afterSeconds: null },
  ],
  ['an error is asked again', { code: 500 }, { answer: 'again', code: 'http-500', afterSeconds: null }],
  [
    'one that is busy is left alone as long as it wants',
    { code: 429, headers: { 'Retry-After': '90' } },
    { answer: 'again', code: 'http-429', afterSeconds: 90 },
  ],
  [
    'a success without its report is none',
    { body: 'OK' },
    { answer: 'again', code: 'no-report', afterSeconds: null },
  ],
  [
    'a report of no success is none',
    { body: { overallSuccess: false } },
    { answer: 'again', code: 'no-report', afterSeconds: null },
  ],
  [
    'a connection that breaks says nothing',
    { cut: true },
    { answer: 'again', code: 'no-answer', afterSeconds: null },
  ],
])('submitting: %s', async (_, given, expected) => {
  answer = given
  expect(await open().submit(document)).toEqual(expected)
})

const status = (status: string, more: object = {}) => ({
  body: { sbdhInstanceID: document.messageId, status, attemptCount: 1, ...more },
})
const known = (standing: unknown) => ({ answer: 'known', standing })

test.each<[Answer, unknown]>([
  [status('pending'), known({ at: 'underway', nextRetryAt: null })],
  [status('sending'), known({ at: 'underway', nextRetryAt: null })],
  [
    status('failed', { nextRetryDT: '2026-11-26T10:00:00Z' }),
    known({ at: 'underway', nextRetryAt: new Date('2026-11-26T10:00:00Z') }),
  ],
  [status('sent'), known({ at: 'sent', isFinal: false })],
  [status('sent', { mlsStatus: 'pending' }), known({ at: 'sent', isFinal: false })],
  [status('sent', { mlsStatus: 'not_applicable' }), known({ at: 'sent', isFinal: true })],
  [status('sent', { mlsStatus: 'received_ap' }), known({ at: 'received', delivery: 'confirmed' })],
  [status('sent', { mlsStatus: 'received_ab' }), known({ at: 'received', delivery: 'unconfirmed' })],
  [
    status('sent', { mlsStatus: 'received_re', errorDetails: 'unknown receiver' }),
    known({ at: 'refused', by: 'receiver', reason: 'unknown receiver' }),
  ],
  [status('rejected', { errorDetails: 'no' }), known({ at: 'refused', by: 'access-point', reason: 'no' })],
  [status('permanently_failed'), known({ at: 'refused', by: 'access-point', reason: '' })],
  [status('dancing'), { answer: 'again', code: 'no-status', afterSeconds: null }],
  [
    { body: { ...status('sent').body, sbdhInstanceID: 'another' } },
    { answer: 'again', code: 'no-status', afterSeconds: null },
  ],
  [{ body: '<html>' }, { answer: 'again', code: 'no-status', afterSeconds: null }],
  [{ code: 404 }, { answer: 'unknown' }],
  [
    { code: 503, headers: { 'Retry-After': '7' } },
    { answer: 'again', code: 'http-503', afterSeconds: 7 },
  ],
  [{ cut: true }, { answer: 'again', code: 'no-answer', afterSeconds: null }],
])('asking: %j', async (given, expected) => {
  answer = given
  expect(await open().status(document.messageId)).toEqual(expected)
  expect(requests[0]?.path).toBe(`/ap/api/outbound/status/${document.messageId}?includeArchive=true`)
})

test('an access point that does not answer five times in a row is left alone for half a minute, then asked once', async () => {
  let now = new Date('2026-11-26T10:00:00Z')
  const guarded = withBreaker(open(), () => now)
  answer = { code: 500 }
  for (let call = 0; call < 5; call += 1) await guarded.status(document.messageId)
  expect(await guarded.submit(document)).toEqual({ answer: 'again', code: 'resting', afterSeconds: 30 })
  expect(requests).toHaveLength(5)
  now = new Date('2026-11-26T10:00:31Z')
  const [one, other] = await Promise.all([guarded.status('a'), guarded.status('b')])
  expect([one, other].map((each) => 'code' in each && each.code)).toEqual(['http-500', 'resting'])
  now = new Date('2026-11-26T10:01:10Z')
  answer = { code: 404 }
  expect(await guarded.status('a')).toEqual({ answer: 'unknown' })
  expect(await guarded.status('a')).toEqual({ answer: 'unknown' })
})
