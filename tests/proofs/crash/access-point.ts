/**
 * A fake access point with the API of phoss-ap, a process of its own. It believes nobody and forgets nothing: each
 * document it takes is written to its ledger, one JSON line, before anything is answered and before doubles are told
 * apart. `node access-point.ts LEDGER TOKEN [SEED]`: prints its address; ends with its parent, or on SIGTERM.
 *
 * By the seed, of all submissions: 10 % answer 500 and take nothing, 5 % take the document and break the connection, 3 %
 * take it and never answer. Without a seed every submission is answered.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

const [ledger = '', token = '', seed = ''] = process.argv.slice(2)
if (ledger === '' || token === '') throw new Error('access-point.ts LEDGER TOKEN [SEED]')

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

/** The fault of the next submission: the same for the same seed and number, whatever else happens. */
function nextFault(): Fault {
  submissions += 1
  if (seed === '') return 'none'
  const digest = createHash('sha256').update(`${seed} ${submissions}`).digest()
  const share = digest.readUInt32BE(0) / 2 ** 32
  if (share < 0.1) return 'error'
  if (share < 0.15) return 'answer-lost'
  return share < 0.18 ? 'hang' : 'none'
}

async function submit(request: IncomingMessage, response: ServerResponse, path: string[], id: string) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const [, receiver = '', documentType = '', , country = ''] = path.map(decodeURIComponent)
  const fault = nextFault()
  if (fault === 'error') return answer(response, 500, { error: 'out of order' })
  const sha256 = createHash('sha256').update(Buffer.concat(chunks)).digest('hex')
  const at = new Date().toISOString()
  const line: LedgerLine = { messageId: id, sha256, receiver, documentType, country, fault, at }
  appendFileSync(ledger, `${JSON.stringify(line)}\n`)
  remember(line)
  if (fault === 'answer-lost') return response.socket?.destroy()
  if (fault === 'hang') return
  answer(response, 200, { overallSuccess: true })
}

function status(response: ServerResponse, id: string): void {
  if (!taken.has(id)) answer(response, 404, {})
  else
    answer(response, 200, { sbdhInstanceID: id, status: 'sent', attemptCount: 1, mlsStatus: 'received_ap' })
}

function answer(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, , , verb = '', ...rest] = url.pathname.split('/')
  if (request.headers['x-token'] !== token) return answer(response, 401, {})
  if (request.method === 'POST' && verb === 'submit') {
    void submit(request, response, rest, url.searchParams.get('sbdhInstanceID') ?? '')
  } else if (request.method === 'GET' && verb === 'status') {
    status(response, decodeURIComponent(rest[0] ?? ''))
  } else answer(response, 404, {})
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it has no port')
  process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})

process.on('SIGTERM', () => process.exit(0))
process.stdin.on('end', () => process.exit(0)).resume()
