import { pino } from 'pino'

/** Structured log: one JSON line an entry. Entries carry ids and codes, never what people typed. */
export type Log = {
  info(entry: Record<string, unknown>, message: string): void
  warn(entry: Record<string, unknown>, message: string): void
  error(entry: Record<string, unknown>, message: string): void
}

/** Opens the log of a process on standard output. */
export function openLog(options: { level: string; process: 'web' | 'worker' }): Log {
  return pino({
    level: options.level,
    base: { process: options.process, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
}

/**
 * What may be logged of an unknown error: its name, code and stack frames. Not its message: a database
 * error's message holds the statement's parameters.
 */
export function describeError(error: unknown): { error: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const source = error.cause instanceof Error ? error.cause : error
  const code = 'code' in source && typeof source.code === 'string' ? source.code : undefined
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .join('\n')
  return {
    error: source.name,
    ...(code === undefined ? {} : { code }),
    ...(frames === undefined ? {} : { stack: frames }),
  }
}
