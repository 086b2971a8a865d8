import { connect, createServer, type Socket } from 'node:net'

/** A wire to another server that can be told to go silent: connections are taken, and nothing comes back. */
export type StallingProxy = {
  readonly port: number
  stall(on: boolean): void
  /** How many connections have met silence: a fault that hit nobody proves nothing. */
  stalled(): number
  stop(): Promise<void>
}

/** Opens a wire on loopback to `target`. While it stalls, what arrives is swallowed, also on open connections. */
export async function openStallingProxy(target: number): Promise<StallingProxy> {
  const open = new Set<Socket>()
  let silent = false
  let stalled = 0
  const server = createServer((near) => {
    open.add(near)
    near.on('close', () => open.delete(near)).on('error', () => near.destroy())
    const far = connect(target, '127.0.0.1')
    far.on('error', () => near.destroy()).on('close', () => near.destroy())
    near.on('close', () => far.destroy())
    let isStalled = false
    near.on('data', (bytes) => {
      if (!silent) {
        far.write(bytes)
        return
      }
      if (!isStalled) stalled += 1
      isStalled = true
    })
    far.on('data', (bytes) => {
      if (!silent && !isStalled) near.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: address && typeof address === 'object' ? address.port : 0,
    stall: (on) => {
      silent = on
    },
    stalled: () => stalled,
    stop: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
