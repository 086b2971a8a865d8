import type { Database } from '#db/client.ts'
import type { JobQueue } from '#db/jobs.ts'
import type { AccessPoint } from '#lib/adapters/access-point/access-point.ts'
import type { Clock } from '#lib/adapters/clock.ts'
import type { Log } from '#lib/adapters/log.ts'
import type { Mailer } from '#lib/adapters/mail/mailer.ts'
import type { Store } from '#lib/adapters/storage/store.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** What every use case needs of the process it runs in. */
export type Platform = {
  db: Database
  jobs: JobQueue
  clock: Clock
  log: Log
  /** Attachments, and the documents that were sent. */
  store: Store
  /** The way into the Peppol network; null where none is connected. */
  accessPoint: AccessPoint | null
  /** How letters leave; absent where nobody sends any: they are the worker's. */
  mailer?: Mailer
  /** How many templates a company may have; absent = the usual number. */
  templateLimit?: number
  /** How long *Skicka* can be undone; absent = what is sent leaves at once. */
  undoSeconds?: number
  /** Seconds until the next attempt after each that did not deliver, the last from then on; absent = the usual ones. */
  retryPauses?: readonly number[]
  /** Signs the links in mails. */
  linkSecret: string
}

/** A request from somebody who may be anyone. */
export type PublicContext = Platform & { address: string; locale: Locale }

/** A request from a signed-in user. */
export type UserContext = PublicContext & {
  sessionId: string
  userId: string
  userName: string
  userEmail: string
  /** Of a company made to try Talong out: what it sends goes nowhere. */
  isSandbox?: boolean
}

/** Whoever acts for a company: the person who asks, or the worker for one who chose it before. */
export type ActingContext = Platform & {
  tenantId: string
  userId: string
  userName: string
  isSandbox?: boolean
}

/** A request from a signed-in user of a company: every read and write is of `tenantId` only. */
export type TenantContext = UserContext & { tenantId: string }
