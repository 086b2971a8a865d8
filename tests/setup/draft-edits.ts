import fc from 'fast-check'
import * as edits from '#app/(portal)/invoices/draft-edits.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { sampleDraft, sampleLine } from '#lib/invoice/sample-input.ts'

const keys = ['a', 'b', 'c', 'd'] as const
const key = fc.constantFrom(...keys)
const text = fc.constantFrom('', '1', '2', 'Virke', 'FM8440')

/** A draft with one to four lines that have the keys a to d. */
export const someDraft: fc.Arbitrary<InvoiceDraft> = fc
  .tuple(fc.shuffledSubarray([...keys], { minLength: 1 }), text)
  .map(([chosen, buyerReference]) =>
    sampleDraft({ buyerReference, lines: chosen.map((each) => sampleLine(each, { itemName: each })) }),
  )

let made = 0
const newKey = () => {
  made += 1
  return `new-${made}`
}

/** What somebody does to a draft in the form; one that cannot be done leaves it as it is. */
export const someEdit: fc.Arbitrary<(draft: InvoiceDraft) => InvoiceDraft> = fc.oneof(
  fc.tuple(fc.constantFrom('note' as const, 'buyerReference' as const, 'dueDate' as const), text).map(
    ([field, value]) =>
      (draft: InvoiceDraft) =>
        edits.withField(draft, field, value),
  ),
  fc.tuple(key, fc.constantFrom('itemName' as const, 'unitPrice' as const), text).map(
    ([at, cell, value]) =>
      (draft: InvoiceDraft) =>
        edits.withCell(draft, at, cell, value),
  ),
  fc.nat(4).map((at) => (draft: InvoiceDraft) => edits.withNewLine(draft, newKey(), at)),
  key.map((at) => (draft: InvoiceDraft) => edits.withoutLine(draft, at, newKey())),
  key.map((at) => (draft: InvoiceDraft) => edits.withCopiedLine(draft, at, newKey())),
  fc.tuple(key, fc.constantFrom(-1 as const, 1 as const)).map(
    ([at, by]) =>
      (draft: InvoiceDraft) =>
        edits.withMovedLine(draft, at, by),
  ),
  key.map(
    (at) => (draft: InvoiceDraft) =>
      edits.withPastedLines(draft, at, [{ itemName: 'Spik' }, { itemName: 'Skruv' }], newKey).draft,
  ),
  fc.constant((draft: InvoiceDraft) => ({
    ...draft,
    lines: draft.lines.map((line, index) => (index === 0 ? emptyLine(line.key) : line)),
  })),
  fc.constant((draft: InvoiceDraft) => edits.withTerms(draft, '10')),
)
