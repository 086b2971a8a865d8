'use client'

import { Copy, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, IconButton } from '#app/_components/button.tsx'
import { Icon } from '#app/_components/icon.tsx'
import type { CopyReview, TextChange, TextPlace } from '#lib/invoice/copy-review.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { EditorStore } from './editor-store.ts'

/** Where an offered change of text stands: open, made, or gone since the text was edited otherwise. */
type Standing = 'open' | 'made' | 'gone'

/**
 * What was brought from the earlier invoice and what is new, with the texts that name its period: each changed in one
 * tap, and back.
 */
export function CopyStrip({ copy }: { copy: CopyReview }) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const [said, setSaid] = useState('')
  const standings = useEditor(({ draft }) =>
    copy.textChanges.map((change) => standingOf(draft, change)).join(' '),
  ).split(' ')
  const offered = copy.textChanges.filter((_, index) => standings[index] === 'open')
  const make = (changes: readonly TextChange[]) => {
    for (const { places, before, after } of changes) write(store, places, before, after)
    setSaid(words('copyTextsChanged', { count: changes.length }))
  }
  const back = ({ places, before, after }: TextChange) => {
    write(store, places, after, before)
    setSaid(words('copyTextBack'))
  }
  return (
    <section aria-labelledby="copied" className="card mb-4 grid gap-2 py-3">
      <div className="flex items-start gap-3">
        <Icon of={Copy} className="mt-0.5 flex-none text-muted" />
        <div className="grow">
          <h2 id="copied" className="font-sans text-base">
            {words('copyTitle', { number: copy.number, date: copy.issueDate })}
          </h2>
          <p className="text-label text-muted">
            {words('copyBrought')} {words(`copyNew.${copy.period}`)}
          </p>
        </div>
        <IconButton
          icon={X}
          name={words('copyHide')}
          className="-my-2 -me-2 flex-none"
          onClick={() => store.change({ copiedFrom: '' }, 'copiedFrom')}
        />
      </div>
      <ul className="grid empty:hidden">
        {copy.textChanges.map((change, index) => {
          const standing = standings[index]
          return standing === 'gone' ? null : (
            <li
              key={change.before}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-t border-line py-1"
            >
              <span className="min-w-0 wrap-anywhere">
                <span className={standing === 'made' ? 'text-muted line-through' : ''}>{change.before}</span>{' '}
                <span aria-hidden="true">→</span>
                <span className="sr-only">{words('copyBecomes')}</span> <strong>{change.after}</strong>
                {change.places.length > 1 && (
                  <span className="whitespace-nowrap text-hint text-muted">
                    {' '}
                    · {words('copyPlaces', { count: String(change.places.length) })}
                  </span>
                )}
              </span>
              <Button
                look="quiet"
                className="-me-3"
                aria-label={words(standing === 'made' ? 'copyUndoName' : 'copyChangeName', change)}
                onClick={() => (standing === 'made' ? back(change) : make([change]))}
              >
                {words(standing === 'made' ? 'undo' : 'copyChange')}
              </Button>
            </li>
          )
        })}
      </ul>
      {offered.length > 1 && (
        <div>
          <Button onClick={() => make(offered)}>
            {words('copyChangeAll', { count: String(offered.length) })}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  )
}

function standingOf(draft: InvoiceDraft, { places, before, after }: TextChange): Standing {
  const texts = places.map((place) => textAt(draft, place))
  if (texts.includes(before)) return 'open'
  return texts.includes(after) ? 'made' : 'gone'
}

function textAt(draft: InvoiceDraft, place: TextPlace): string | undefined {
  return place.lineKey === null
    ? draft.note
    : draft.lines.find((line) => line.key === place.lineKey)?.[place.part]
}

/** Writes `to` wherever `from` stands; what was edited since is left alone. */
function write(store: EditorStore, places: readonly TextPlace[], from: string, to: string): void {
  for (const place of places) {
    if (textAt(store.getSnapshot().draft, place) !== from) continue
    if (place.lineKey === null) store.setField('note', to)
    else store.setCell(place.lineKey, place.part, to)
  }
}
