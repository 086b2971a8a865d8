'use client'

import { CircleCheck, StickyNote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Icon } from '#app/_components/icon.tsx'
import { Warning } from '#app/_components/signs.tsx'
import { formatAmount } from '#lib/i18n/format.ts'
import { ProblemText, useEditor, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { QuietParts } from './later-parts.client.tsx'
import { useShownVat } from './line-cells.client.tsx'
import { cardId } from './problems.ts'
import { shownAmount } from './shown-amount.ts'
import { useUnitName } from './unit-select.client.tsx'

type LineCardProps = { lineKey: string; onOpen: (key: string) => void }

/** One line on a phone: a card that opens its sheet. */
export const LineCard = memo(function LineCard({ lineKey, onOpen }: LineCardProps) {
  const view = useEditor((state) => state.rows.get(lineKey))
  return view === undefined ? null : <Card view={view} onOpen={onOpen} />
})

function Card({ view, onOpen }: { view: RowView; onOpen: (key: string) => void }) {
  const words = useTranslations('invoice')
  const { copy } = useTools()
  const { line, problems, isRequired, isComplete, net } = view
  const foodBefore = copy?.foodRates[line.key]
  const edge =
    problems.length > 0 ? 'border-2 border-bad' : isRequired && !isComplete ? 'border-bad' : 'border-control'
  return (
    <li>
      <button
        type="button"
        id={cardId(line.key)}
        aria-describedby={problems.length > 0 ? `${cardId(line.key)}-error` : undefined}
        className={`grid min-h-14 w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-button border bg-sunken px-3 py-2.5 text-start ${edge}`}
        onClick={() => onOpen(line.key)}
      >
        <span className="flex min-w-0 items-start gap-1.5">
          <span className="sr-only">{words('editLine', { number: String(view.number) })} </span>
          {isComplete && <Icon of={CircleCheck} size={18} className="mt-0.75 flex-none text-ok" />}
          <span className={line.itemName === '' ? 'text-bad' : 'wrap-anywhere'}>
            {line.itemName === '' ? words('emptyLine') : line.itemName}
          </span>
        </span>
        <span className="amount font-semibold">{net === null || !isRequired ? '' : formatAmount(net)}</span>
        <CardText view={view} />
        {line.lineNote !== '' && (
          <span className="col-span-2 mt-1 flex gap-1.5 rounded-field bg-wait-soft px-1.5 py-0.5 text-hint">
            <Icon of={StickyNote} size={16} className="mt-0.5 flex-none text-wait" />
            <span className="min-w-0 wrap-anywhere">{line.lineNote}</span>
          </span>
        )}
      </button>
      {foodBefore !== undefined && (
        <QuietParts>{({ CopiedFoodVat }) => <CopiedFoodVat line={line} before={foodBefore} />}</QuietParts>
      )}
      {problems.length > 0 && (
        <ul id={`${cardId(line.key)}-error`} className="grid gap-0.5 py-1">
          {problems.map((problem) => (
            <li key={problem.field} className="flex gap-1.5 text-label font-semibold text-bad">
              <Icon of={Warning} size={18} className="mt-0.5 flex-none" />
              <span>
                <ProblemText problem={problem} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function CardText({ view: { line } }: { view: RowView }) {
  const words = useTranslations('invoice')
  const unitName = useUnitName()
  const shownVat = useShownVat()
  if (line.unitPrice === '') return null
  return (
    <span className="col-span-2 text-hint text-muted">
      {words('cardText', {
        quantity: line.quantity === '' ? '–' : shownAmount(line.quantity, 'quantity'),
        unit: unitName(line.unit),
        price: shownAmount(line.unitPrice, 'money'),
        vat: shownVat(line.vatChoice),
      })}
    </span>
  )
}
