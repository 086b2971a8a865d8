import { z } from 'zod'
import type { AccessPointSettings } from './access-point/phoss-ap.ts'

/** How to reach a bucket. */
export type S3Settings = {
  /** Scheme, host and port; AWS's own for a region is https://s3.REGION.amazonaws.com. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

/** Everything that can be configured, checked and typed. Secrets included: never log it whole. */
export type Config = {
  production: boolean
  host: string
  port: number
  /** The one address users see; scheme and host, no path. Requests for other hosts are refused. */
  publicOrigin: string
  dataDir: string
  databaseUrl: string
  /** 32 characters or more; signs cookies and links in mails. */
  authSecret: string
  /** Absent: letters go to the mailbox folder in `dataDir` (embedded mode). */
  smtpUrl?: string
  mailFrom: string
  /** Absent: attachments and sent documents are files in `dataDir` (embedded mode). */
  s3?: S3Settings
  /** Absent: nothing leaves into the Peppol network. */
  accessPoint?: AccessPointSettings
  /** Seconds until the next attempt after each that did not deliver, the last from then on. Absent: the usual ones. */
  retryPauses?: readonly number[]
  /** How many invoice templates a company may have. */
  templateLimit: number
  /** How long *Skicka* can be undone; 0 = not at all. */
  undoSeconds: number
  /** Who has it may hand in documents from the network; absent: nobody. */
  inboundToken?: string
  /** Who has it may read the metrics; absent: nobody. */
  metricsToken?: string
  /** How many proxies of ours stand in front; only so many entries of X-Forwarded-For are believed. */
  trustedProxies: number
  supportPhone: string
  supportEmail: string
  /** On weekdays, as `8–16`. */
  supportHours: string
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

const origin = z.string().refine((text) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === text
}, 'must be an origin such as https://talong.example, without a path')

const postgresUrl = z
  .string({ error: 'is missing' })
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), 'must be a postgres:// address')

const schema = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 65535')
    .max(65535, 'must be 1 to 65535')
    .default(3000),
  PUBLIC_ORIGIN: origin.optional(),
  DATA_DIR: z.string().min(1, 'must not be empty').default('.data'),
  DATABASE_URL: postgresUrl,
  AUTH_SECRET: z.string({ error: 'is missing' }).min(32, 'must have at least 32 characters'),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\//.test(text) && URL.canParse(text),
      'must be an smtp:// or smtps:// address',
    )
    .optional(),
  MAIL_FROM: z.string().min(3, 'must be an address').default('Talong <noreply@talong.invalid>'),
  S3_ENDPOINT: z
    .string()
    .refine(
      (text) => /^https?:\/\//.test(text) && URL.canParse(text),
      'must be an http:// or https:// address',
    )
    .optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  ACCESS_POINT_URL: z
    .string()
    .refine(
      (text) => /^https?:\/\//.test(text) && URL.canParse(text) && !/[?#]/.test(text),
      'must be an http:// or https:// address',
    )
    .optional(),
  ACCESS_POINT_TOKEN: z.string().optional(),
  INBOUND_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  RETRY_PAUSES: z
    .string()
    .regex(/^[1-9]\d{0,4}(,[1-9]\d{0,4}){0,19}$/, 'must be seconds such as 5,30,120')
    .transform((text) => text.split(',').map(Number))
    .optional(),
  TEMPLATE_LIMIT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 1000')
    .max(1000, 'must be 1 to 1000')
    .default(10),
  UNDO_SECONDS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 300')
    .max(300, 'must be 0 to 300')
    .default(10),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  TRUSTED_PROXIES: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 10')
    .max(10, 'must be 0 to 10')
    .default(0),
  FAILPOINTS: z.string().optional(),
  SUPPORT_PHONE: z.string().min(1, 'must not be empty').default('090-000 00 00'),
  SUPPORT_EMAIL: z.email('must be an e-mail address').default('support@talong.invalid'),
  SUPPORT_HOURS: z.string().min(1, 'must not be empty').default('9–16'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
})

type Parsed = z.output<typeof schema>

const accessPointNames = ['ACCESS_POINT_URL', 'ACCESS_POINT_TOKEN'] as const
const s3Names = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** All of a group or none: half a store or access point would be found out by the first who needs it. */
function missingOf(
  names: readonly string[],
  group: string,
  given: Readonly<Record<string, unknown>>,
): string[] {
  const missing = names.filter((name) => given[name] === undefined)
  return missing.length === names.length
    ? []
    : missing.map((name) => `${name} is missing: set all of ${group} or none`)
}

function accessPointOf({ ACCESS_POINT_URL: url, ACCESS_POINT_TOKEN: token }: Parsed): {
  accessPoint?: AccessPointSettings
} {
  return url && token ? { accessPoint: { url: url.replace(/\/+$/, ''), token } } : {}
}

function s3Of(value: Parsed): { s3?: S3Settings } {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = value
  if (!S3_ENDPOINT || !S3_REGION || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return {}
  return {
    s3: {
      endpoint: S3_ENDPOINT,
      region: S3_REGION,
      bucket: S3_BUCKET,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    },
  }
}

const loopback = /^http:\/\/localhost(:\d+)?$/

/**
 * The folder whose files name the failpoints that end a process; undefined wherever no proof runs. Only an instance that
 * users cannot reach has one: `loadConfig` refuses the variable beside a public address.
 */
export function failpointFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const isLocal = loopback.test(env.PUBLIC_ORIGIN || 'http://localhost')
  return isLocal && env.FAILPOINTS ? env.FAILPOINTS : undefined
}

/** Thrown by `loadConfig`: every problem at once, one line each, without the faulty values. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  ${line}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Reads the whole configuration from the environment. Empty variables count as absent. Throws `ConfigError`
 * naming every problem at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  const halves = [
    ...missingOf(s3Names, 'S3_*', given),
    ...missingOf(accessPointNames, 'ACCESS_POINT_*', given),
  ]
  const misplaced =
    given.FAILPOINTS !== failpointFolder(given) ? ['FAILPOINTS is for proofs, on localhost alone'] : []
  const issues = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  const problems = [...issues, ...halves, ...misplaced]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const value = parsed.data
  return {
    production: value.NODE_ENV === 'production',
    host: value.HOST,
    port: value.PORT,
    publicOrigin: value.PUBLIC_ORIGIN ?? `http://localhost:${value.PORT}`,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    authSecret: value.AUTH_SECRET,
    ...(value.SMTP_URL === undefined ? {} : { smtpUrl: value.SMTP_URL }),
    mailFrom: value.MAIL_FROM,
    ...s3Of(value),
    ...accessPointOf(value),
    ...(value.RETRY_PAUSES === undefined ? {} : { retryPauses: value.RETRY_PAUSES }),
    templateLimit: value.TEMPLATE_LIMIT,
    undoSeconds: value.UNDO_SECONDS,
    ...(value.INBOUND_TOKEN === undefined ? {} : { inboundToken: value.INBOUND_TOKEN }),
    ...(value.METRICS_TOKEN === undefined ? {} : { metricsToken: value.METRICS_TOKEN }),
    trustedProxies: value.TRUSTED_PROXIES,
    supportPhone: value.SUPPORT_PHONE,
    supportEmail: value.SUPPORT_EMAIL,
    supportHours: value.SUPPORT_HOURS,
    logLevel: value.LOG_LEVEL,
  }
}

/** Says whether `host` (a Host header) is one this instance answers to: the public one, or loopback beside a loopback origin. */
export function isKnownHost(config: Pick<Config, 'publicOrigin'>, host: string | null): boolean {
  return host !== null && knownOrigins(config).some((known) => new URL(known).host === host)
}

/** Origins whose pages may send writes here. */
export function knownOrigins(config: Pick<Config, 'publicOrigin'>): string[] {
  const own = new URL(config.publicOrigin)
  if (own.hostname !== 'localhost') return [own.origin]
  return [own.origin, own.origin.replace('//localhost', '//127.0.0.1')]
}
