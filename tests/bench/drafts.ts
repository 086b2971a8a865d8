import type { ComposeInput } from '#lib/invoice/outline.ts'
import { sampleDraft, sampleInput, sampleLine } from '#lib/invoice/sample-input.ts'

/** A whole draft of so many lines, with all it is judged against. */
export function draftOfLines(count: number): ComposeInput {
  const lines = Array.from({ length: count }, (_, index) =>
    sampleLine(`l${index}`, {
      itemName: `Målning av klassrum ${index + 1}`,
      quantity: `${1 + (index % 37)},5`,
      unit: 'HUR',
      unitPrice: `${100 + (index % 911)},${10 + (index % 90)}`,
      vatChoice: 'rate-25',
    }),
  )
  return sampleInput({ draft: sampleDraft({ lines }) })
}
