'use client'

import { useTranslations } from 'next-intl'
import { RadioSegment } from '#app/_components/radio-segment.tsx'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'

/** Debit invoice or credit note (S28, BT-3). */
export function KindChoice() {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const kind = useEditor((state) => state.draft.kind)
  const error = useFieldError('kind')
  return (
    <div className="mb-4 grid gap-1">
      <RadioSegment
        id={fieldId('kind')}
        name="kind"
        legend={words('kind')}
        value={kind}
        error={error}
        choices={[
          { value: 'invoice', label: words('kindInvoice') },
          { value: 'credit-note', label: words('kindCreditNote') },
        ]}
        onChange={(event) =>
          store.setKind(event.currentTarget.value === 'credit-note' ? 'credit-note' : 'invoice')
        }
      />
      {kind === 'credit-note' && <p className="text-hint text-muted">{words('creditHint')}</p>}
    </div>
  )
}
