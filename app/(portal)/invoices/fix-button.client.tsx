'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { EditorStore } from './editor-store.ts'
import { fixOf } from './fixes.ts'
import { focusField } from './focus-field.ts'
import type { Problem } from './problems.ts'
import type { EditorSurroundings } from './surroundings.ts'
import { useFixValue } from './use-fix-value.client.ts'

type FixButtonProps = { problem: Problem; store: EditorStore; surroundings: EditorSurroundings }

/** The mend of a problem as a button that says what it will write; pressed, the focus goes to what was written. */
export function FixButton({ problem, store, surroundings }: FixButtonProps) {
  const words = useTranslations('invoice.fixes')
  const shownValue = useFixValue()
  const draft = useSyncExternalStore(store.subscribe, draftOf, draftOf)
  const fix = fixOf(problem, draft, surroundings)
  if (fix === null) return null
  const mend = () => {
    flushSync(() => store.applyFix(fix))
    focusField(fix.field)
  }
  function draftOf() {
    return store.getSnapshot().draft
  }
  return (
    <button
      type="button"
      className="my-1 min-h-11 rounded-button border border-control bg-surface px-2.5 text-balance text-label font-semibold text-link desk:min-h-8"
      onClick={mend}
    >
      {words(fix.kind, { value: shownValue(fix) })}
    </button>
  )
}
