import type { InvoiceDraft } from '#lib/invoice/draft.ts'

/** What a draft's file is called, and what it holds: all of the draft, readable by people and machines. */
export function draftFile(draft: InvoiceDraft): { name: string; text: string } {
  const number = draft.invoiceNumber.replaceAll(/[^\p{L}\p{N}-]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  return {
    name: `${['talong', number].filter(Boolean).join('-')}.json`,
    text: JSON.stringify(draft, null, 2),
  }
}

/** Lets the browser save the draft as a file; works without the network. */
export function downloadDraft(draft: InvoiceDraft): void {
  const { name, text } = draftFile(draft)
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
