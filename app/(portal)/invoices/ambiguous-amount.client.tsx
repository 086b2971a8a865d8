'use client'

import { useTranslations } from 'next-intl'
import { flushSync } from 'react-dom'
import { useEditor } from './editor-context.client.tsx'
import { useLineName } from './line-name.client.tsx'
import { type AmountKind, otherReading, shownAmount } from './shown-amount.ts'

type AmbiguousAmountProps = {
  /** The field, which asks once it was left. */
  field: string
  /** The DOM id of its control, which gets the focus when the other reading is taken. */
  controlId: string
  kind: AmountKind
  value: string
  onValue: (text: string) => void
}

/** Asks what `1.234` means when the field was left: it is read as 1,234 until one says that it is 1 234. */
export function AmbiguousAmount({ field, controlId, kind, value, onValue }: AmbiguousAmountProps) {
  const words = useTranslations('invoice')
  const nameOf = useLineName()
  const wasLeft = useEditor((state) => state.touched.has(field))
  const meant = wasLeft ? otherReading(value) : null
  if (meant === null) return null
  const take = () => {
    flushSync(() => onValue(meant))
    document.getElementById(controlId)?.focus()
  }
  return (
    <span role="status" className="text-hint text-ink">
      {words.rich('ambiguous', {
        read: shownAmount(value, kind),
        meant: shownAmount(meant, kind),
        other: (text) => (
          <button
            type="button"
            aria-label={nameOf(shownAmount(meant, kind))}
            className="min-h-8 rounded-button px-0.5 font-semibold text-link underline"
            onClick={take}
          >
            {text}
          </button>
        ),
      })}
    </span>
  )
}
