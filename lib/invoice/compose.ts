import { fail, type Result, succeed } from '#lib/core/result.ts'
import { checkDraft } from './check-draft.ts'
import { type Fault, stopsOf } from './faults.ts'
import type { Invoice, InvoiceLine, LineOutline } from './model.ts'
import { type ComposeInput, outlineInvoice } from './outline.ts'

/**
 * Makes the invoice of a draft: parsed, computed, complete. Fault `incomplete` carries what stops it (the same as
 * `checkDraft` says), so an invoice that exists has passed. Warnings and what only holds the sending do not stop it.
 * `faults`: what `checkDraft` has just said of this very input, where the caller has asked it already.
 */
export function composeInvoice(
  input: ComposeInput,
  faults: readonly Fault[] = checkDraft(input),
): Result<Invoice, 'incomplete', readonly Fault[]> {
  const stops = stopsOf(faults)
  return stops.length > 0 ? fail('incomplete', stops) : succeed(compose(input))
}

/** The outline of a whole draft has no gaps. */
function compose(input: ComposeInput): Invoice {
  const { issueDate, dueDate, buyer, lines, ...rest } = outlineInvoice(input)
  return {
    ...rest,
    issueDate: checked(issueDate, 'issueDate'),
    dueDate: rest.kind === 'invoice' ? checked(dueDate, 'dueDate') : dueDate,
    buyer: checked(buyer, 'customer'),
    lines: lines.map((line) => checked(isWhole(line) ? line : null, 'whole line')),
  }
}

function isWhole(line: LineOutline): line is InvoiceLine {
  return line.lineNetAmount !== null && line.vatRate !== null
}

/** What `checkDraft` has already demanded: its absence here is a bug. */
function checked<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`a checked draft has no ${what}`)
  return value
}
