import type { ClipboardEvent } from 'react'
import type { EditorStore } from './editor-store.ts'
import { rareTools } from './rare-tools.client.ts'

/**
 * Takes what is pasted in a line's *Benämning* as lines when it comes from a spreadsheet; anything else, and all
 * that is pasted before the script that reads it is there, is left to the field. True when lines came of it. `flush` renders at once, so that focus can go to what has come.
 */
export function pasteLines(
  event: ClipboardEvent<HTMLElement>,
  store: EditorStore,
  key: string,
  flush: (work: () => void) => void,
): boolean {
  const lines = rareTools()?.pastedLines(event.clipboardData.getData('text/plain')) ?? []
  if (lines.length === 0) return false
  event.preventDefault()
  flush(() => store.pasteLines(key, lines))
  return true
}
