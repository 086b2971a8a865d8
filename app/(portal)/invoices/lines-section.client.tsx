'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Button, IconButton } from '#app/_components/button.tsx'
import { FieldError } from '#app/_components/field.tsx'
import { Section } from '#app/_components/paper.tsx'
import { formatAmount } from '#lib/i18n/format.ts'
import { maxLines } from '#lib/invoice/draft.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { QuietParts, RareParts } from './later-parts.client.tsx'
import { LineCard } from './line-card.client.tsx'
import { currentLineLayout } from './line-layout.ts'
import { LineRow } from './line-row.client.tsx'
import { fieldId } from './problems.ts'
import { RareUnits } from './unit-select.client.tsx'
import { useLineLayout } from './use-layout.client.ts'

/** From so many lines on, rows out of sight are neither laid out nor painted: `.long-lines` says how. */
const longFrom = 30

/** *Fakturarader*: a table at the desk, cards with a sheet on a phone. */
export function LinesSection() {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const layout = useLineLayout()
  const error = useFieldError('lines')
  const [openKey, setOpenKey] = useState<string | null>(null)
  const isFull = useEditor((state) => state.keys.length >= maxLines)
  const add = (index?: number) => {
    let key = ''
    flushSync(() => {
      key = store.addLine(index)
    })
    if (currentLineLayout() === 'phone') setOpenKey(key)
    else document.getElementById(fieldId(`lines.${key}.itemName`))?.focus()
  }
  return (
    <Section
      id="section-lines"
      title={words('lines')}
      action={<IconButton icon={Plus} name={words('addLineFirst')} onClick={() => add(0)} />}
    >
      <div className="mb-2 empty:hidden">
        <FieldError id={fieldId('lines')} error={error} />
      </div>
      <RareUnits>
        {layout !== 'phone' && <Table />}
        {layout !== 'desk' && <Cards onOpen={setOpenKey} />}
        {openKey !== null && (
          <RareParts>
            {({ LineSheet }) => (
              <LineSheet
                key={openKey}
                lineKey={openKey}
                onClose={() => setOpenKey(null)}
                onAdd={() => add()}
              />
            )}
          </RareParts>
        )}
      </RareUnits>
      <QuietParts>
        {({ FixStrip, UndoStrip }) => (
          <>
            <UndoStrip shows={() => openKey === null} />
            <FixStrip place="lines" />
          </>
        )}
      </QuietParts>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button icon={Plus} onClick={() => add()}>
          {words('addLine')}
        </Button>
        <p className="hidden text-hint text-muted desk:block">{isFull ? words('maxLines') : words('keys')}</p>
      </div>
      <SpokenSum />
    </Section>
  )
}

function Table() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const keys = useEditor((state) => state.keys)
  const asked = useEditor((state) => state.asked)
  return (
    <table
      className={`hidden w-full ${keys.length > longFrom ? 'long-lines desk:block' : 'table-fixed border-collapse desk:table'}`}
    >
      <caption className="sr-only">{words('lines')}</caption>
      <thead className="text-hint text-muted">
        <tr>
          <th scope="col" className="pb-0.5 text-start font-semibold">
            {fields('itemName')}
          </th>
          <th scope="col" className="w-16 pb-0.5 pe-2 text-end font-semibold beside:w-[5.25rem]">
            {fields('quantity')}
          </th>
          <th scope="col" className="w-[4.25rem] pb-0.5 text-start font-semibold beside:w-[4.75rem]">
            {fields('unit')}
          </th>
          <th scope="col" className="w-28 pb-0.5 pe-2 text-end font-semibold beside:w-32">
            {fields('price')}
          </th>
          <th scope="col" className="w-[4.75rem] pb-0.5 text-start font-semibold beside:w-[5.25rem]">
            {fields('vat')}
          </th>
          <th scope="col" className="w-[5.5rem] pb-0.5 pe-1 text-end font-semibold beside:w-26">
            {fields('total')}
          </th>
          <th scope="col" className="w-33 pb-0.5 beside:w-40">
            <span className="sr-only">{words('lineActions')}</span>
          </th>
        </tr>
      </thead>
      {keys.map((key) => (
        <LineRow key={key} lineKey={key} asked={asked} />
      ))}
    </table>
  )
}

function Cards({ onOpen }: { onOpen: (key: string) => void }) {
  const keys = useEditor((state) => state.keys)
  return (
    <ul className="grid gap-2 desk:hidden">
      {keys.map((key) => (
        <LineCard key={key} lineKey={key} onOpen={onOpen} />
      ))}
    </ul>
  )
}

/** The sum for those who hear the page: when a line was left, at most once a second. */
function SpokenSum() {
  const words = useTranslations('invoice')
  const amount = useEditor((state) => state.announced)
  return (
    <p role="status" className="sr-only">
      {amount === '' ? '' : words('sumSpoken', { amount: formatAmount(amount, 'SEK') })}
    </p>
  )
}
