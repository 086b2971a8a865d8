'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/_components/button.tsx'
import { maxLines } from '#lib/invoice/draft.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { UndoableEdit } from './editor-state.ts'
import { fieldId } from './problems.ts'

const undoMs = 8000

type UndoStripProps = {
  /** The edits that are offered for undoing here: a sheet stands over the page and its strip. */
  shows: (edit: UndoableEdit) => boolean
  /** The field that has the focus afterwards; else the line's own in the table. */
  focusId?: string
}

/** The offer to undo the last edit of lines; it waits while pointed at or in focus. */
export function UndoStrip({ shows, focusId }: UndoStripProps) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const last = useEditor((state) => state.undoable)
  const edit = last !== null && shows(last) ? last : null
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (edit === null || isHeld) return
    const timer = setTimeout(() => store.forgetUndo(), undoMs)
    return () => clearTimeout(timer)
  }, [edit, isHeld, store])
  const undo = () => {
    setHeld(false)
    flushSync(() => store.undo())
    const key = edit === null ? undefined : (keyAfter(edit) ?? store.getSnapshot().keys.at(-1))
    document.getElementById(focusId ?? fieldId(`lines.${key}.itemName`))?.focus()
  }
  return (
    <div role="status">
      {edit !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the offer only holds it there
        <div
          className="mt-2 flex flex-wrap items-center gap-3 rounded-button bg-neutral-soft px-3 py-1"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>
            <What edit={edit} />
          </span>
          <Button look="quiet" onClick={undo}>
            {words('undo')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The line to go on in; undefined: the last. */
function keyAfter(edit: UndoableEdit): string | undefined {
  if (edit.kind === 'pasted') return edit.replaced?.key
  return edit.kind === 'removed' ? edit.line.key : edit.key
}

function What({ edit }: { edit: UndoableEdit }) {
  const words = useTranslations('invoice')
  const number = useEditor((state) => (edit.kind === 'filled' ? state.rows.get(edit.key)?.number : undefined))
  if (edit.kind === 'removed') return words('lineRemoved', { number: String(edit.index + 1) })
  if (edit.kind === 'filled') return words('lineFilled', { number: String(number ?? '') })
  const pasted = words('linesPasted', { count: edit.keys.length })
  if (edit.left === 0) return pasted
  return `${pasted} ${words('linesLeft', { count: edit.left, max: String(maxLines) })}`
}
