const prefix = 'talong-window:'

/** Tells other windows that this one lives, until the returned function is called or the window is gone, however it went. */
export function announceWindow(windowId: string): () => void {
  // Locks are missing on plain http: then every window counts as gone.
  if (!('locks' in navigator)) return () => undefined
  const ending = new AbortController()
  const held = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve())
  })
  navigator.locks.request(prefix + windowId, () => held).catch(() => undefined)
  return () => ending.abort()
}

/** The windows that live now. */
export async function livingWindows(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  return new Set(held.map(({ name = '' }) => name.slice(prefix.length)))
}
