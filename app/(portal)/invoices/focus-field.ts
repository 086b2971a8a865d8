import { currentLineLayout } from './line-layout.ts'
import { targetId } from './problems.ts'

/**
 * Moves the focus to a field as it stands in the page now: in a line's sheet when one is open, else on a phone to the
 * line's card; what is folded away is opened. False when the field is not in the page.
 */
export function focusField(field: string, firstLineKey = ''): boolean {
  const inSheet = document.querySelector<HTMLElement>(`dialog[open] #sheet-${field.split('.').at(-1)}`)
  const id = targetId(field, firstLineKey, currentLineLayout() === 'phone')
  const target = inSheet ?? (id === undefined ? null : document.getElementById(id))
  if (target === null) return false
  for (let at = target.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true
  target.focus()
  target.scrollIntoView({ block: 'center' })
  return true
}
