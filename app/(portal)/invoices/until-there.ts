const againMs = 3_000

/** Asks for a script until it comes: again after three seconds, and when the network is back. Never rejects. */
export async function untilThere<Script>(load: () => Promise<Script>): Promise<Script> {
  for (;;) {
    const script = await load().catch(() => null)
    if (script !== null) return script
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, againMs)
      function done() {
        clearTimeout(timer)
        window.removeEventListener('online', done)
        resolve()
      }
      window.addEventListener('online', done)
    })
  }
}
