import {
  type DraftLine,
  type DraftPrecedingInvoice,
  emptyLine,
  type InvoiceDraft,
  type InvoiceKind,
  isEmptyLine,
  maxLines,
} from '#lib/invoice/draft.ts'
import type { PastedLine } from '#lib/invoice/pasted-lines.ts'

/** The fields of a draft that one control writes as text. */
export type TextFieldName = {
  [Name in keyof InvoiceDraft]: InvoiceDraft[Name] extends string
    ? string extends InvoiceDraft[Name]
      ? Name
      : never
    : never
}[keyof InvoiceDraft]

/** The cells of a line that one control writes as text. */
export type CellName = {
  [Name in keyof DraftLine]: DraftLine[Name] extends string ? Exclude<Name, 'key'> : never
}[keyof DraftLine]

const editedFlags = {
  invoiceNumber: 'invoiceNumberEdited',
  issueDate: 'issueDateEdited',
  dueDate: 'dueDateEdited',
  paymentTermsText: 'paymentTermsTextEdited',
  paymentReference: 'paymentReferenceEdited',
} as const

/** Writes a field; one that is otherwise computed counts as edited by hand, and a copied one is looked at. */
export function withField(draft: InvoiceDraft, field: TextFieldName, value: string): InvoiceDraft {
  const flag = Object.entries(editedFlags).find(([name]) => name === field)?.[1]
  return { ...confirmed(draft, field), [field]: value, ...(flag === undefined ? {} : { [flag]: true }) }
}

/** Notes that what was copied to a field from an earlier invoice still holds. */
export function confirmed(draft: InvoiceDraft, field: string): InvoiceDraft {
  if (!draft.toConfirm.includes(field)) return draft
  return { ...draft, toConfirm: draft.toConfirm.filter((each) => each !== field) }
}

/** Chooses terms of payment: the due date follows from them again. */
export function withTerms(draft: InvoiceDraft, days: string): InvoiceDraft {
  return { ...draft, paymentTermsDays: days, dueDate: '', dueDateEdited: false }
}

/** Lets the sentence about payment follow from the dates again. */
export function withComputedTermsText(draft: InvoiceDraft): InvoiceDraft {
  return { ...draft, paymentTermsText: '', paymentTermsTextEdited: false }
}

/** Ticks or unticks an account to be paid to. */
export function withAccount(draft: InvoiceDraft, accountId: string, isChosen: boolean): InvoiceDraft {
  const others = draft.paymentAccountIds.filter((id) => id !== accountId)
  return { ...draft, paymentAccountIds: isChosen ? [...others, accountId] : others }
}

/** Writes a cell of a line; the other lines stay the same objects. */
export function withCell(draft: InvoiceDraft, key: string, cell: CellName, value: string): InvoiceDraft {
  return {
    ...draft,
    lines: draft.lines.map((line) => (line.key === key ? { ...line, [cell]: value } : line)),
  }
}

/** Writes several parts of a line at once; the other lines stay the same objects. */
export function withLine(
  draft: InvoiceDraft,
  key: string,
  change: Partial<Omit<DraftLine, 'key'>>,
): InvoiceDraft {
  return { ...draft, lines: draft.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) }
}

/**
 * Makes it a debit invoice or a credit note. A number that nobody has edited becomes the proposal of that series; a
 * credit note gets a place for what it credits.
 */
export function withKind(draft: InvoiceDraft, kind: InvoiceKind, proposal: string): InvoiceDraft {
  const preceding =
    kind === 'credit-note' && draft.precedingInvoices.length === 0
      ? [{ invoiceId: '', number: '', issueDate: '' }]
      : draft.precedingInvoices
  return {
    ...draft,
    kind,
    precedingInvoices: preceding,
    ...(draft.invoiceNumberEdited ? {} : { invoiceNumber: proposal }),
  }
}

/** Writes the invoice that this one is about (BG-3), at a place of the list or after its end. */
export function withPreceding(
  draft: InvoiceDraft,
  index: number,
  change: Partial<DraftPrecedingInvoice>,
): InvoiceDraft {
  const before = draft.precedingInvoices[index] ?? { invoiceId: '', number: '', issueDate: '' }
  const precedingInvoices = draft.precedingInvoices.toSpliced(index, 1, { ...before, ...change })
  return { ...draft, precedingInvoices }
}

/** Puts an empty line at a place; its VAT is that of the line before. Unchanged at the greatest number of lines. */
export function withNewLine(draft: InvoiceDraft, key: string, index: number): InvoiceDraft {
  if (draft.lines.length >= maxLines) return draft
  const before = draft.lines[index - 1] ?? draft.lines[index]
  const line = emptyLine(key, before === undefined ? {} : { vatChoice: before.vatChoice })
  return { ...draft, lines: draft.lines.toSpliced(index, 0, line) }
}

/** Puts a copy of a line right after it. Unchanged at the greatest number of lines. */
export function withCopiedLine(draft: InvoiceDraft, key: string, newKey: string): InvoiceDraft {
  const index = draft.lines.findIndex((line) => line.key === key)
  const line = draft.lines[index]
  if (line === undefined || draft.lines.length >= maxLines) return draft
  return { ...draft, lines: draft.lines.toSpliced(index + 1, 0, { ...line, key: newKey }) }
}

/** Moves a line up (-1) or down (1); at an end it stays. */
export function withMovedLine(draft: InvoiceDraft, key: string, by: -1 | 1): InvoiceDraft {
  const from = draft.lines.findIndex((line) => line.key === key)
  const line = draft.lines[from]
  const to = from + by
  if (line === undefined || to < 0 || to >= draft.lines.length) return draft
  return { ...draft, lines: draft.lines.toSpliced(from, 1).toSpliced(to, 0, line) }
}

/** Takes a line away. There is always one left: `spareKey` names the empty one that comes instead of the last. */
export function withoutLine(draft: InvoiceDraft, key: string, spareKey: string): InvoiceDraft {
  const lines = draft.lines.filter((line) => line.key !== key)
  return { ...draft, lines: lines.length === 0 ? [emptyLine(spareKey)] : lines }
}

/** Puts a removed line back where it was, instead of the empty one that stands alone, if one does. */
export function withLineBack(draft: InvoiceDraft, line: DraftLine, index: number): InvoiceDraft {
  const [only, ...rest] = draft.lines
  const lines = only !== undefined && rest.length === 0 && isEmptyLine(only) ? [] : draft.lines
  return { ...draft, lines: lines.toSpliced(index, 0, line) }
}

/** Lines that were pasted: their keys, the empty line that the first of them stands in place of, and how many had no room. */
export type PastedBatch = {
  readonly keys: readonly string[]
  readonly replaced: DraftLine | null
  readonly left: number
}

/**
 * Puts lines from a spreadsheet in, as many as there is room for: the first in place of the line they were pasted in
 * when that is empty, the rest after it. What a row does not say is as in a new line; `newKey` gives each its key.
 */
export function withPastedLines(
  draft: InvoiceDraft,
  key: string,
  pasted: readonly PastedLine[],
  newKey: () => string,
): { draft: InvoiceDraft; batch: PastedBatch } {
  const index = draft.lines.findIndex((line) => line.key === key)
  const at = draft.lines[index]
  const replaced = at !== undefined && isEmptyLine(at) ? at : null
  const others = draft.lines.length - (replaced === null ? 0 : 1)
  const lines = pasted.slice(0, maxLines - others).map((cells, place) => ({
    ...emptyLine(place === 0 && replaced !== null ? key : newKey(), { vatChoice: at?.vatChoice ?? '' }),
    ...cells,
  }))
  return {
    draft: {
      ...draft,
      lines:
        replaced === null
          ? draft.lines.toSpliced(index + 1, 0, ...lines)
          : draft.lines.toSpliced(index, 1, ...lines),
    },
    batch: { keys: lines.map((line) => line.key), replaced, left: pasted.length - lines.length },
  }
}

/** Takes pasted lines away again; the empty line that was there comes back. */
export function withoutPasted(
  draft: InvoiceDraft,
  { keys, replaced }: PastedBatch,
  spareKey: string,
): InvoiceDraft {
  const pasted = new Set(keys)
  const lines = draft.lines.flatMap((line) => {
    if (!pasted.has(line.key)) return [line]
    return line.key === replaced?.key ? [replaced] : []
  })
  return { ...draft, lines: lines.length === 0 ? [emptyLine(spareKey)] : lines }
}
