'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '#app/_components/data-table.tsx'
import { Dialog } from '#app/_components/dialog.client.tsx'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { draftDifferences } from './draft-differences.ts'
import { useEditor } from './editor-context.client.tsx'
import { useDifferenceWords } from './use-difference-words.client.ts'

type CompareDialogProps = {
  open: boolean
  onClose: () => void
  /** The draft that the form's is held against. */
  theirs: InvoiceDraft
  /** The choice between the two. */
  actions: ReactNode
}

/** *Visa skillnad*: what sets the form's draft and another apart, field by field and line by line, and no more. */
export function CompareDialog({ open, onClose, theirs, actions }: CompareDialogProps) {
  const words = useTranslations('invoice')
  const say = useDifferenceWords()
  const mine = useEditor((state) => state.draft)
  const rows = open ? say(draftDifferences(mine, theirs)) : []
  return (
    <Dialog open={open} onClose={onClose} title={words('differenceTitle')} actions={actions}>
      {rows.length === 0 ? (
        <p>{words('differenceNone')}</p>
      ) : (
        <DataTable
          caption={words('differenceTitle')}
          rows={rows}
          rowKey={({ label, mine: here, theirs: there }) => `${label} ${here} ${there}`}
          columns={[
            { key: 'label', header: words('differenceField'), card: 'title', cell: (row) => row.label },
            { key: 'mine', header: words('differenceMine'), cell: (row) => <Value text={row.mine} /> },
            {
              key: 'theirs',
              header: words('differenceOther'),
              label: <span className="whitespace-nowrap">{words('differenceOther')}</span>,
              cell: (row) => <Value text={row.theirs} />,
            },
          ]}
        />
      )}
    </Dialog>
  )
}

function Value({ text }: { text: string }) {
  return <span className="min-w-0 break-words whitespace-pre-line">{text}</span>
}
