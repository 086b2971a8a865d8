'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button, IconButton } from '#app/_components/button.tsx'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { TextArea } from '#app/_components/text-field.tsx'
import { formatAmount } from '#lib/i18n/format.ts'
import { isEmptyLine } from '#lib/invoice/draft.ts'
import { AmbiguousAmount } from './ambiguous-amount.client.tsx'
import { AmountInput } from './amount-input.client.tsx'
import { askedCells } from './asked-cells.ts'
import { DemandedCells } from './detail-cells.client.tsx'
import type { CellName } from './draft-edits.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { FixStrip } from './fix-strip.client.tsx'
import { hasDetails } from './has-details.ts'
import { useCellErrors, VatSelect } from './line-cells.client.tsx'
import { LineDetails } from './line-details.client.tsx'
import { OfLine, useLineName } from './line-name.client.tsx'
import { pasteLines } from './paste.ts'
import { cardId } from './problems.ts'
import { UndoStrip } from './undo-strip.client.tsx'
import { UnitSelect } from './unit-select.client.tsx'
import { useArticles } from './use-articles.client.tsx'
import { useDemandedFrame } from './use-demand.client.tsx'
import { isZeroRated, ZeroReason } from './zero-reason.client.tsx'

type LineSheetProps = { lineKey: string; onClose: () => void; onAdd: () => void }

/** A line on a phone, as tall as the screen: fields from above, its sum and what to do next at the foot. */
export function LineSheet({ lineKey, onClose, onAdd }: LineSheetProps) {
  const words = useTranslations('invoice')
  const common = useTranslations('common')
  const { store } = useTools()
  const view = useEditor((state) => state.rows.get(lineKey))
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    heading.current?.focus()
  }, [])
  // A line opened by mistake leaves nothing behind, unless it is the only one.
  const closed = () => {
    const { keys, rows } = store.getSnapshot()
    const line = rows.get(lineKey)?.line
    if (line !== undefined && keys.length > 1 && isEmptyLine(line)) store.removeLine(lineKey)
    store.announceSum()
    onClose()
    document.getElementById(cardId(lineKey))?.focus()
  }
  const addNext = () => {
    dialog.current?.close()
    onAdd()
  }
  const remove = () => {
    flushSync(() => store.removeLine(lineKey))
    onClose()
  }
  if (view === undefined) return null
  return (
    <dialog
      ref={dialog}
      aria-labelledby="line-sheet-title"
      className="m-0 h-dvh max-h-none w-full max-w-none bg-surface p-0 text-ink"
      onClose={closed}
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between gap-4 border-b border-line py-1 ps-4 pe-2">
          <h2 id="line-sheet-title" ref={heading} tabIndex={-1}>
            {words('lineTitle', { number: String(view.number) })}
          </h2>
          <IconButton icon={X} name={common('close')} onClick={() => dialog.current?.close()} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
          <OfLine number={view.number}>
            <SheetFields view={view} onPasted={() => dialog.current?.close()} />
          </OfLine>
          <Button
            look="danger"
            className="mt-6"
            aria-label={words('removeLine', { number: String(view.number) })}
            onClick={remove}
          >
            {words('lineDelete')}
          </Button>
        </div>
        <div className="grid gap-2 border-t border-line bg-sunken px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <p className="figures font-semibold">
            {words('lineSum', { amount: view.net === null ? '–' : formatAmount(view.net, 'SEK') })}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" className="grow" onClick={() => dialog.current?.close()}>
              {words('lineDone')}
            </Button>
            <Button className="grow" onClick={addNext}>
              {words('lineDoneNext')}
            </Button>
          </div>
        </div>
      </div>
    </dialog>
  )
}

type SheetFieldsProps = {
  view: RowView
  /** Lines came from a spreadsheet: they are seen as cards. */
  onPasted: () => void
}

function SheetFields({ view, onPasted }: SheetFieldsProps) {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const errorAt = useCellErrors(view)
  const { line } = view
  const demanded = askedCells(useEditor((state) => state.asked))
  const note = useDemandedFrame('lines.lineNote', {
    label: words('lineNote'),
    hint: words('noteHint'),
  })
  const articles = useArticles(line.key, 'sheet-itemName', 'within')
  const nameOf = useLineName()
  const set = (cell: CellName) => (value: string) => store.setCell(line.key, cell, value)
  const leave = (cell: CellName) => () => store.leave(`lines.${line.key}.${cell}`)
  const frame = (cell: CellName, label: string) => ({
    id: `sheet-${cell}`,
    label,
    error: errorAt(cell),
    required: cell !== 'lineNote',
  })
  const wiring = (of: ReturnType<typeof frame>) => ({ ...fieldWiring(of), 'aria-label': nameOf(of.label) })
  const question = (cell: 'quantity' | 'unitPrice') => (
    <AmbiguousAmount
      field={`lines.${line.key}.${cell}`}
      controlId={`sheet-${cell}`}
      kind={cell === 'quantity' ? 'quantity' : 'money'}
      value={line[cell]}
      onValue={set(cell)}
    />
  )
  const [quantity, unit] = [frame('quantity', fields('quantity')), frame('unit', fields('unit'))]
  const [price, vat] = [frame('unitPrice', fields('price')), frame('vatChoice', fields('vat'))]
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <TextArea
          {...frame('itemName', fields('itemName'))}
          {...articles.aria}
          aria-label={nameOf(fields('itemName'))}
          rows={2}
          maxLength={200}
          enterKeyHint="next"
          value={line.itemName}
          onChange={(event) => {
            const text = event.currentTarget.value.replaceAll('\n', ' ')
            set('itemName')(text)
            articles.onTyped(text)
          }}
          onKeyDown={articles.onKeyDown}
          onBlur={(event) => {
            articles.onBlur(event)
            leave('itemName')()
          }}
          onPaste={(event) => {
            if (pasteLines(event, store, line.key, flushSync)) onPasted()
          }}
        />
        {articles.suggestions}
        <UndoStrip
          shows={(edit) => edit.kind === 'filled' && edit.key === line.key}
          focusId="sheet-itemName"
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <Field {...quantity}>
          <AmountInput
            {...wiring(quantity)}
            kind="quantity"
            placeholder=" "
            value={line.quantity}
            onValue={set('quantity')}
            onBlur={leave('quantity')}
          />
          {question('quantity')}
        </Field>
        <Field {...unit}>
          <UnitSelect {...wiring(unit)} value={line.unit} onValue={set('unit')} />
        </Field>
        <Field {...price}>
          <AmountInput
            {...wiring(price)}
            kind="money"
            placeholder=" "
            value={line.unitPrice}
            onValue={set('unitPrice')}
            onBlur={leave('unitPrice')}
          />
          {question('unitPrice')}
        </Field>
        <Field {...vat}>
          <VatSelect
            {...wiring(vat)}
            value={line.vatChoice}
            onChange={(event) => set('vatChoice')(event.currentTarget.value)}
          />
        </Field>
      </div>
      {isZeroRated(line) && <ZeroReason line={line} />}
      <FixStrip place="lines" />
      <TextArea
        {...frame('lineNote', note.label)}
        aria-label={nameOf(note.label)}
        hint={note.hint}
        required={note.required && view.isRequired}
        rows={2}
        maxLength={500}
        value={line.lineNote}
        onChange={(event) => set('lineNote')(event.currentTarget.value)}
      />
      {demanded.length > 0 && <DemandedCells view={view} cells={demanded} />}
      <Disclosure
        summary={
          <>
            {words('lineMore')}
            <span className="sr-only">{nameOf('')}</span>
          </>
        }
        open={hasDetails(line)}
      >
        <LineDetails view={view} />
      </Disclosure>
    </div>
  )
}
