/** What a recipient may answer to an invoice that it has received. */
export const answers = ['accepted', 'under-query', 'rejected', 'paid'] as const

/** What a recipient has answered. */
export type Answer = (typeof answers)[number]

/**
 * Which answers may follow which, where a person gives them; `none` before the first. `rejected` and `paid` are ends:
 * the supplier acts upon them. *Betald* comes after *Godkänd*, so that no single press says it.
 */
const following: Readonly<Record<Answer | 'none', readonly Answer[]>> = {
  none: ['accepted', 'under-query', 'rejected'],
  'under-query': ['accepted', 'under-query', 'rejected'],
  accepted: ['paid', 'under-query', 'rejected'],
  rejected: [],
  paid: [],
}

/** The answers that a person may give now. */
export function answersAfter(answer: Answer | null): readonly Answer[] {
  return following[answer ?? 'none']
}

/** The invoice's state that an answer leads to. */
export function stateAfter(answer: Answer): 'answered' | 'rejected' {
  return answer === 'rejected' ? 'rejected' : 'answered'
}
