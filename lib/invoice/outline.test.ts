import { describe, expect, test } from 'vitest'
import { toFixedText } from '#lib/core/decimal.ts'
import { composeInvoice } from './compose.ts'
import { emptyDraft } from './draft.ts'
import { type ComposeInput, gapsOf, outlineInvoice } from './outline.ts'
import { sampleDraft, sampleInput, sampleLine } from './sample-input.ts'

const open = (input: ComposeInput) => [...gapsOf(outlineInvoice(input), input)]

describe('the outline of a draft', () => {
  test.each(['invoice', 'credit-note'] as const)('that is whole is its %s, without a gap', (kind) => {
    const precedingInvoices = [{ invoiceId: '', number: '1041', issueDate: '2026-10-01' }]
    const input = sampleInput({ draft: sampleDraft({ kind, precedingInvoices }) })
    const composed = composeInvoice(input)
    expect(composed.ok && composed.value).toEqual(outlineInvoice(input))
    expect(open(input)).toEqual([])
  })

  test('of an empty form has every gap that the form must fill', () => {
    const input = sampleInput({ draft: emptyDraft({ lineKey: 'a' }), customer: null, number: '' })
    expect(open(input)).toEqual(['invoiceNumber', 'buyer', 'reference', 'lines', 'accounts'])
    const undated = { ...input, draft: { ...input.draft, issueDateEdited: true, paymentTermsDays: 'snart' } }
    expect(open(undated)).toEqual(expect.arrayContaining(['issueDate', 'dueDate']))
    expect(open({ ...input, draft: { ...input.draft, kind: 'credit-note' } })).toContain('original')
    expect(open({ ...input, company: { ...input.company, seat: '' } })).toContain('seller')
  })

  test('shows what can be read of a line that is not whole, and leaves it out of the sums', () => {
    const lines = [
      sampleLine('a', { quantity: '2', unitPrice: '100' }),
      sampleLine('b', { quantity: '3', unitPrice: 'fem' }),
      sampleLine('c', { quantity: '', unitPrice: '7', vatChoice: '' }),
    ]
    const { lines: shown, totals } = outlineInvoice(sampleInput({ draft: sampleDraft({ lines }) }))
    expect(shown.map(({ id, lineNetAmount }) => [id, lineNetAmount === null])).toEqual([
      ['1', false],
      ['2', true],
      ['3', true],
    ])
    expect(shown[1]).toMatchObject({ netPrice: null, itemName: 'Målning av klassrum' })
    expect(shown[1]?.quantity === null).toBe(false)
    expect(shown[2]).toMatchObject({ quantity: null, vatRate: null, vatCategory: null })
    expect(toFixedText(totals.totalWithoutVat, 2)).toBe('200.00')
  })
})
