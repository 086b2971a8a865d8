import { compareDates, daysBetween, type IsoDate, readDateInput } from '#lib/core/dates.ts'
import type { InvoiceDraft } from './draft.ts'
import { type Fault, fault } from './faults.ts'
import { draftDates, readDate } from './terms.ts'

const maxDaysAhead = 30
const maxDaysBack = 365

/** Judges the dates of a draft and the text about payment that may contradict them (T-07 … T-09, T-37, BR-29). */
export function checkDates(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const fields = ['deliveryDate', 'periodStart', 'periodEnd'] as const
  return [
    ...checkIssueDate(draft, today),
    ...checkDueDate(draft, today),
    ...checkTermsText(draft, today),
    ...fields.flatMap((field) =>
      isUnreadable(draft[field], today) ? [fault('date-unreadable', field)] : [],
    ),
    ...checkPeriod(draft, today),
  ]
}

/** Tells whether a text is something but no date. */
export function isUnreadable(text: string, today: IsoDate): boolean {
  return readDateInput(text, today).kind === 'invalid'
}

function checkIssueDate(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const { issueDate } = draftDates(draft, today)
  if (issueDate === null) {
    return [fault(draft.issueDate.trim() === '' ? 'issue-date-missing' : 'date-unreadable', 'issueDate')]
  }
  const days = daysBetween(today, issueDate)
  return days > maxDaysAhead || days < -maxDaysBack ? [fault('issue-date-far', 'issueDate', { days })] : []
}

function checkDueDate(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const { issueDate, dueDate, termsDays } = draftDates(draft, today)
  const isCredit = draft.kind === 'credit-note'
  if (!draft.dueDateEdited) {
    if (isCredit || termsDays !== null) return []
    const isMissing = draft.paymentTermsDays.trim() === ''
    return [
      isMissing ? fault('due-date-missing', 'dueDate') : fault('terms-days-unreadable', 'paymentTermsDays'),
    ]
  }
  if (dueDate === null) {
    if (draft.dueDate.trim() !== '') return [fault('date-unreadable', 'dueDate')]
    return isCredit ? [] : [fault('due-date-missing', 'dueDate')]
  }
  if (issueDate === null || compareDates(dueDate, issueDate) >= 0) return []
  return [fault('due-date-early', 'dueDate', { issueDate })]
}

/** T-37: a text of one's own that names other days than the due date has. */
function checkTermsText(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  if (draft.kind === 'credit-note' || !draft.paymentTermsTextEdited) return []
  const says = /(\d{1,3})\s*(?:dagar|dag|dgr|days|day)(?![\p{L}\d])/iu.exec(draft.paymentTermsText)?.[1]
  const { issueDate, dueDate, termsDays } = draftDates(draft, today)
  if (says === undefined || issueDate === null || dueDate === null) return []
  const days = draft.dueDateEdited ? daysBetween(issueDate, dueDate) : termsDays
  if (days === null || Number(says) === days) return []
  return [fault('terms-text-differs', 'paymentTermsText', { says: Number(says), days })]
}

function checkPeriod(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const start = readDate(draft.periodStart, today)
  const end = readDate(draft.periodEnd, today)
  if (start === null || end === null || compareDates(end, start) >= 0) return []
  return [fault('period-reversed', 'periodEnd')]
}
