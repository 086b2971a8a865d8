import type { ClipboardEvent } from 'react'
import type { EditorStore } from './editor-store.ts'
import { rareTools, whenRareTools } from './rare-tools.client.ts'

/**
 * Takes what is pasted in a line's *Benämning* as lines when it comes from a spreadsheet; anything else is left to the
 * field. True when lines came of it. Before the script that reads it is there, what has cells waits for it: nobody
 * pastes twice. `flush` renders at once, so that focus can go to what has come.
 */
export function pasteLines(
  event: ClipboardEvent<HTMLElement>,
  store: EditorStore,
  key: string,
  flush: (work: () => void) => void,
): boolean {
  const text = event.clipboardData.getData('text/plain')
  const tools = rareTools()
  if (tools === null) {
    if (!text.includes('\t')) return false
    event.preventDefault()
    void whenRareTools().then(({ pastedLines }) => {
      const late = pastedLines(text)
      if (late.length > 0) store.pasteLines(key, late)
    })
    return false
  }
  const lines = tools.pastedLines(text)
  if (lines.length === 0) return false
  event.preventDefault()
  flush(() => store.pasteLines(key, lines))
  return true
}
