import { openWire, type Protocol, type Wire } from '#tests/setup/wire.ts'
import { startSink } from '../mail-cut/start-sink.ts'
import { type Rewire, type System, startSystem } from '../system/system.ts'
import type { Dependency } from './matrix.ts'

/** A whole Talong with a wire that can break between it and each thing it runs on or speaks with. */
export type WiredSystem = System & {
  readonly wires: Readonly<Record<Dependency, Wire>>
  /** The mail server's ledger. */
  readonly letters: string
}

/** Starts it from the release build in `root`, empty. Rejects when it does not start. */
export async function startWired(root: string): Promise<WiredSystem> {
  const opened: Partial<Record<Dependency, Wire>> = {}
  let letters = ''
  const rewire: Rewire = async ({ appUrl, store, accessPointUrl }, undo) => {
    const sink = await startSink('take')
    letters = sink.ledger
    undo.push(sink.stop)
    const put = async (dependency: Dependency, address: string, protocol: Protocol) => {
      const url = new URL(address)
      const wire = await openWire(Number(url.port), protocol)
      undo.push(wire.stop)
      opened[dependency] = wire
      url.host = `127.0.0.1:${wire.port}`
      return url.href.replace(/\/$/, '')
    }
    return {
      appUrl: await put('database', appUrl, 'postgres'),
      mailUrl: await put('mail', sink.url, 'smtp'),
      accessPointUrl: await put('access-point', accessPointUrl, 'http'),
      store: { ...store, endpoint: await put('storage', store.endpoint, 'http') },
    }
  }
  const system = await startSystem(root, '', { rewire })
  return { ...system, wires: opened as Record<Dependency, Wire>, letters }
}
