// The same line as the token --breakpoint-desk.
const deskQuery = '(width >= 52.0625rem)'

let query: MediaQueryList | null = null

/** Asked at each key of each part that follows it: made once. */
function desk(): MediaQueryList {
  query ??= window.matchMedia(deskQuery)
  return query
}

/** The layout of the lines now, in the browser. */
export function currentLineLayout(): 'desk' | 'phone' {
  return desk().matches ? 'desk' : 'phone'
}

/** Calls back when it changes, with the window; returns what ends it. */
export function onLineLayout(listener: () => void): () => void {
  desk().addEventListener('change', listener)
  return () => desk().removeEventListener('change', listener)
}
