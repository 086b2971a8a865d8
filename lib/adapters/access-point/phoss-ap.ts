import { z } from 'zod'
import { formatPeppolId, type PeppolId } from '#lib/party/peppol-id.ts'
import type { AccessPoint, Again, OutgoingDocument, Standing } from './access-point.ts'

/** How to reach an access point. */
export type AccessPointSettings = {
  /** Its address, with a path where it has one, without a slash at the end. */
  readonly url: string
  readonly token: string
}

const timeLimitMs = 30_000
const longestReason = 500

const participants = 'iso6523-actorid-upis'
const profile = 'cenbii-procid-ubl::urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
const roots = { invoice: 'Invoice', 'credit-note': 'CreditNote' } as const

/** The document type as the network names it. */
export function documentTypeOf(kind: OutgoingDocument['kind']): string {
  const root = roots[kind]
  return `busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:${root}-2::${root}##${specification}::2.1`
}

const reportSchema = z.object({ overallSuccess: z.boolean() })

const statusSchema = z.object({
  sbdhInstanceID: z.string(),
  status: z.enum(['pending', 'sending', 'sent', 'failed', 'rejected', 'permanently_failed']),
  nextRetryDT: z.string().nullish(),
  errorDetails: z.string().nullish(),
  mlsStatus: z
    .enum(['pending', 'received_ap', 'received_ab', 'received_re', 'not_applicable'])
    .nullish()
    .catch(null),
})

type Status = z.output<typeof statusSchema>

/** Speaks with an access point that has the API of phoss-ap. Every call ends within half a minute. */
export function openPhossAp({ url, token }: AccessPointSettings): AccessPoint {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response | Again> => {
    try {
      return await fetch(`${url}/api/outbound/${path}`, {
        ...init,
        headers: { ...init.headers, 'X-Token': token },
        redirect: 'error',
        signal: AbortSignal.timeout(timeLimitMs),
      })
    } catch {
      return again('no-answer')
    }
  }
  return {
    async submit(document) {
      const response = await ask(submitPath(document), {
        method: 'POST',
        headers: { 'Content-Type': 'application/xml' },
        body: Buffer.from(document.xml),
      })
      if ('answer' in response) return response
      const body = await jsonOf(response)
      if (response.status === 400) return { answer: 'refused', code: 'identifier-refused' }
      if (!response.ok) return again(`http-${response.status}`, response)
      const report = reportSchema.safeParse(body)
      return report.success && report.data.overallSuccess ? { answer: 'taken' } : again('no-report')
    },
    async status(messageId) {
      const response = await ask(`status/${encodeURIComponent(messageId)}?includeArchive=true`)
      if ('answer' in response) return response
      const body = await jsonOf(response)
      if (response.status === 404) return { answer: 'unknown' }
      if (!response.ok) return again(`http-${response.status}`, response)
      const status = statusSchema.safeParse(body)
      if (!status.success || status.data.sbdhInstanceID !== messageId) return again('no-status')
      return { answer: 'known', standing: standingOf(status.data) }
    },
  }
}

function submitPath({ messageId, sender, receiver, kind, country }: OutgoingDocument): string {
  const steps = [idOf(sender), idOf(receiver), documentTypeOf(kind), profile, country]
  return `submit/${steps.map(encodeURIComponent).join('/')}?sbdhInstanceID=${encodeURIComponent(messageId)}`
}

function idOf(peppolId: PeppolId): string {
  return `${participants}::${formatPeppolId(peppolId)}`
}

/** The answer's JSON; undefined when it is none, or breaks off. It is read to its end also where nobody asks for it. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function again(code: string, response?: Response): Again {
  return { answer: 'again', code, afterSeconds: response === undefined ? null : retryAfterOf(response) }
}

/** `Retry-After` in seconds, as a number or as a date. */
function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('Retry-After')
  if (text === null) return null
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1_000
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null
}

function standingOf({ status, mlsStatus, nextRetryDT, errorDetails }: Status): Standing {
  const reason = (errorDetails ?? '').slice(0, longestReason)
  if (mlsStatus === 'received_re') return { at: 'refused', by: 'receiver', reason }
  if (mlsStatus === 'received_ap') return { at: 'received', delivery: 'confirmed' }
  if (mlsStatus === 'received_ab') return { at: 'received', delivery: 'unconfirmed' }
  switch (status) {
    case 'sent':
      return { at: 'sent', isFinal: mlsStatus === 'not_applicable' }
    case 'rejected':
    case 'permanently_failed':
      return { at: 'refused', by: 'access-point', reason }
    case 'pending':
    case 'sending':
    case 'failed':
      return { at: 'underway', nextRetryAt: dateOf(nextRetryDT) }
  }
}

function dateOf(text: string | null | undefined): Date | null {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}
