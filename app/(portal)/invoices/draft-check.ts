import { checkDraft } from '#lib/invoice/check-draft.ts'
import type { DemandFile } from '#lib/invoice/demands.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Fault } from '#lib/invoice/faults.ts'
import type { EditorSurroundings } from './surroundings.ts'

/** Says all that is left or wrong in a draft with its files. */
export type DraftCheck = (draft: InvoiceDraft, files: readonly DemandFile[]) => readonly Fault[]

/** The form's own checks, against what its drafts are judged by: the page runs them first, the browser from then on. */
export function draftCheck({
  company,
  accounts,
  customers,
  today,
  proposals,
}: Omit<EditorSurroundings, 'creditable'>): DraftCheck {
  return (draft, files) => {
    const customer = customers.find((each) => each.customerId === draft.customerId) ?? null
    const nextNumber = proposals[draft.kind]
    return checkDraft({ draft, company, accounts, customer, today, nextNumber, files })
  }
}
