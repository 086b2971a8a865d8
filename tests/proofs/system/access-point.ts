/**
 * A fake access point with the API of phoss-ap, a process of its own. It believes nobody and forgets nothing: each
 * document it takes is written to its ledger, one JSON line, before anything is answered and before doubles are told
 * apart. `node access-point.ts LEDGER TOKEN [SEED [MILLISECONDS]]`: prints its address; ends with its parent, or on SIGTERM.
 *
 * By the seed, of all submissions: 10 % answer 500 and take nothing, 5 % take the document and break the connection, 3 %
 * take it and never answer; what is answered is answered after half a second to three and a half, as sending takes. Without
 * a seed every call is answered as it should be, after so many milliseconds: at once where none are named.
 *
 * A path before `/api/` names who asks. Every call leaves a line in `LEDGER.calls` when its connection is done with it.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const [ledger = '', token = '', seed = '', pauseMs = '0'] = process.argv.slice(2)
if (ledger === '' || token === '') throw new Error('access-point.ts LEDGER TOKEN [SEED [MILLISECONDS]]')

/** A line of the ledger: a document that was taken. `fault`: what the sender got instead of an answer. */
export type LedgerLine = {
  readonly messageId: string
  readonly sha256: string
  readonly receiver: string
  readonly documentType: string
  readonly country: string
  readonly fault: 'none' | 'answer-lost' | 'hang'
  readonly at: string
}

/** A line of `LEDGER.calls`. `isAnswered`: the whole answer was given; else either side went away. */
export type CallLine = {
  readonly caller: string
  readonly verb: string
  readonly messageId: string
  readonly began: number
  readonly ended: number
  readonly isAnswered: boolean
}

type Fault = LedgerLine['fault'] | 'error'

const taken = new Map<string, LedgerLine>()
if (existsSync(ledger)) {
  for (const line of readFileSync(ledger, 'utf8').split('\n')) {
    if (line !== '') remember(JSON.parse(line) as LedgerLine)
  }
}

function remember(line: LedgerLine): void {
  if (!taken.has(line.messageId)) taken.set(line.messageId, line)
}

let submissions = 0

/** How the next submission goes: the same for the same seed and number, whatever else happens. */
function nextFate(): { fault: Fault; pause: number } {
  submissions += 1
  if (seed === '') return { fault: 'none', pause: Number(pauseMs) }
  const digest = createHash('sha256').update(`${seed} ${submissions}`).digest()
  const share = (offset: number) => digest.readUInt32BE(offset) / 2 ** 32
  return { fault: faultOf(share(0)), pause: 500 + 3_000 * share(4) }
}

function faultOf(share: number): Fault {
  if (share < 0.1) return 'error'
  if (share < 0.15) return 'answer-lost'
  return share < 0.18 ? 'hang' : 'none'
}

async function submit(request: IncomingMessage, response: ServerResponse, path: string[], id: string) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const [, receiver = '', documentType = '', , country = ''] = path.map(decodeURIComponent)
  const { fault, pause } = nextFate()
  if (fault === 'error') return answer(response, 500, { error: 'out of order' })
  const sha256 = createHash('sha256').update(Buffer.concat(chunks)).digest('hex')
  const at = new Date().toISOString()
  const line: LedgerLine = { messageId: id, sha256, receiver, documentType, country, fault, at }
  appendFileSync(ledger, `${JSON.stringify(line)}\n`)
  remember(line)
  if (fault === 'hang') return
  await sleep(pause)
  if (fault === 'answer-lost') return response.socket?.destroy()
  answer(response, 200, { overallSuccess: true })
}

async function status(response: ServerResponse, id: string): Promise<void> {
  if (seed === '') await sleep(Number(pauseMs))
  if (!taken.has(id)) answer(response, 404, {})
  else
    answer(response, 200, { sbdhInstanceID: id, status: 'sent', attemptCount: 1, mlsStatus: 'received_ap' })
}

function noteCall(call: Pick<CallLine, 'caller' | 'verb' | 'messageId'>, response: ServerResponse): void {
  const began = Date.now()
  response.on('close', () => {
    const line: CallLine = { ...call, began, ended: Date.now(), isAnswered: response.writableFinished }
    appendFileSync(`${ledger}.calls`, `${JSON.stringify(line)}\n`)
  })
}

function answer(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [caller = '', called = ''] = url.pathname.split('/api/outbound/')
  const [verb = '', ...rest] = called.split('/')
  const messageId = url.searchParams.get('sbdhInstanceID') ?? decodeURIComponent(rest[0] ?? '')
  if (request.headers['x-token'] !== token) return answer(response, 401, {})
  noteCall({ caller, verb, messageId }, response)
  if (request.method === 'POST' && verb === 'submit') {
    // A document that breaks off was not taken.
    submit(request, response, rest, messageId).catch(() => response.destroy())
  } else if (request.method === 'GET' && verb === 'status') void status(response, messageId)
  else answer(response, 404, {})
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it has no port')
  process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})

process.on('SIGTERM', () => process.exit(0))
process.stdin.on('end', () => process.exit(0)).resume()
