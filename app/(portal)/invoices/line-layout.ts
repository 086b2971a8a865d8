// The same line as the token --breakpoint-desk.
const deskQuery = '(width >= 52.0625rem)'

/** The layout of the lines now, in the browser. */
export function currentLineLayout(): 'desk' | 'phone' {
  return window.matchMedia(deskQuery).matches ? 'desk' : 'phone'
}

/** Calls back when it changes, with the window; returns what ends it. */
export function onLineLayout(listener: () => void): () => void {
  const query = window.matchMedia(deskQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
