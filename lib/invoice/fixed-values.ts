import type { InvoiceDraft } from './draft.ts'
import type { RequirementProfile } from './requirement-profile.ts'

/** The draft with the one allowed value in each demanded field that is empty; what is typed stays, and is judged. */
export function withFixedValues(draft: InvoiceDraft, profile: RequirementProfile | undefined): InvoiceDraft {
  const values = (profile?.fields ?? []).flatMap(({ code, fixed, when }) =>
    fixed === undefined || when !== undefined || !isOfDraft(draft, code) || draft[code] !== ''
      ? []
      : [[code, fixed] as const],
  )
  return values.length === 0 ? draft : { ...draft, ...Object.fromEntries(values) }
}

/** Tells a field of the document from a cell of a line. */
function isOfDraft<Code extends string>(draft: InvoiceDraft, code: Code): code is Code & keyof InvoiceDraft {
  return code in draft
}
