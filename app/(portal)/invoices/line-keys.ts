import type { KeyboardEvent } from 'react'
import type { EditorStore } from './editor-store.ts'
import { fieldId } from './problems.ts'

/**
 * The keys of the line table: Enter = same column in the next row (a new row after the last), Ctrl/Cmd+D copies,
 * Alt+↑/↓ moves (not in a select, where it opens the list), Ctrl/Cmd+Backspace removes. Tab is left alone.
 * `flush` renders at once, so that focus can go to what has come.
 */
export function handleLineKey(
  event: KeyboardEvent<HTMLElement>,
  store: EditorStore,
  key: string,
  flush: (work: () => void) => void,
): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return
  const cell = target.dataset.cell
  const focus = (lineKey: string, name = cell ?? 'itemName') =>
    document.getElementById(fieldId(`lines.${lineKey}.${name}`))?.focus()
  const doing = (work: () => void) => {
    event.preventDefault()
    event.stopPropagation()
    work()
  }
  const withControl = event.ctrlKey || event.metaKey
  if (event.key === 'Enter' && cell !== undefined && cell !== 'lineNote' && !withControl && !event.altKey) {
    doing(() => goDown(store, key, flush, focus))
  } else if (withControl && !event.altKey && event.key.toLowerCase() === 'd') {
    doing(() => {
      let copy = ''
      flush(() => {
        copy = store.copyLine(key)
      })
      focus(copy)
    })
  } else if (
    event.altKey &&
    !withControl &&
    /^Arrow(Up|Down)$/.test(event.key) &&
    target.tagName !== 'SELECT'
  ) {
    doing(() => {
      flush(() => store.moveLine(key, event.key === 'ArrowUp' ? -1 : 1))
      target.focus()
    })
  } else if (withControl && event.key === 'Backspace') {
    doing(() => {
      const { keys } = store.getSnapshot()
      const at = keys.indexOf(key)
      flush(() => store.removeLine(key))
      focus(keys[at + 1] ?? keys[at - 1] ?? store.getSnapshot().keys[0] ?? '')
    })
  }
}

function goDown(
  store: EditorStore,
  key: string,
  flush: (work: () => void) => void,
  focus: (lineKey: string, name?: string) => void,
): void {
  const { keys } = store.getSnapshot()
  const next = keys[keys.indexOf(key) + 1]
  if (next !== undefined) {
    focus(next)
    return
  }
  let added = ''
  flush(() => {
    added = store.addLine()
  })
  focus(added, 'itemName')
}
