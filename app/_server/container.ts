import 'server-only'
import { connect } from '#db/client.ts'
import { openJobQueue } from '#db/jobs.ts'
import { openAccessPoint } from '#lib/adapters/access-point/open-access-point.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { type Config, loadConfig } from '#lib/adapters/env.ts'
import { describeError, type Log, openLog } from '#lib/adapters/log.ts'
import { openStore } from '#lib/adapters/storage/open-store.ts'
import type { Platform } from '#lib/services/context.ts'

/** What this web process holds open: one pool, one log, the queue it enqueues to. */
export type Container = Platform & { config: Config; log: Log; close: () => Promise<void> }

const slot = Symbol.for('talong.container')

/** The process's container, opened by the first request that needs it. Rejects with `ConfigError` when the configuration is wrong. */
export function container(): Promise<Container> {
  const held = globalThis as { [slot]?: Promise<Container> }
  held[slot] ??= open().catch((error: unknown) => {
    // The next request tries again: a database that was away at boot must not stay away.
    delete held[slot]
    throw error
  })
  return held[slot]
}

async function open(): Promise<Container> {
  const config = loadConfig(process.env)
  const log = openLog({ level: config.logLevel, process: 'web' })
  const { db, close } = connect(config.databaseUrl, { max: 10, name: 'talong-web' })
  try {
    const jobs = await openJobQueue(db, (error) => log.error(describeError(error), 'queue error'))
    const store = openStore(config)
    return {
      config,
      log,
      db,
      jobs,
      store,
      accessPoint: openAccessPoint(config, systemClock.now),
      clock: systemClock,
      linkSecret: config.authSecret,
      templateLimit: config.templateLimit,
      undoSeconds: config.undoSeconds,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
