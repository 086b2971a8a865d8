'use client'

import { useTranslations } from 'next-intl'
import { flushSync } from 'react-dom'
import { Button } from '#app/_components/button.tsx'
import { useEditor, useTools } from './editor-context.client.tsx'
import { focusField } from './focus-field.ts'
import { useFixValue } from './use-fix-value.client.ts'

/** The section of the form that a mend is told in. */
export type FixPlace = 'details' | 'lines' | 'payment'

/** Says what was mended in one press in this section, with the way back; until something else is changed. */
export function FixStrip({ place }: { place: FixPlace }) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const shownValue = useFixValue()
  const mended = useEditor((state) => state.mended?.fix)
  const fix = mended !== undefined && placeOf(mended.field) === place ? mended : undefined
  const undo = () => {
    flushSync(() => store.undoFix())
    if (fix !== undefined) focusField(fix.field)
  }
  return (
    <div role="status">
      {fix !== undefined && (
        <div className="mt-3 flex flex-wrap items-center gap-3 rounded-button bg-neutral-soft px-3 py-1">
          <span>{words(`fixed.${fix.kind}`, { value: shownValue(fix) })}</span>
          <Button look="quiet" onClick={undo}>
            {words('undo')}
          </Button>
        </div>
      )}
    </div>
  )
}

function placeOf(field: string): FixPlace {
  if (field.startsWith('lines.')) return 'lines'
  return field.startsWith('payment') ? 'payment' : 'details'
}
