/**
 * `npm run bench:validate` (G2, G3): from tree to verdict by every rule and the schema, parsing apart, and what one
 * edit of a draft costs in the form: checks, sums, the document written and judged by the form's rules.
 */
import { isoDateOf } from '#lib/core/dates.ts'
import { checkDraft } from '#lib/invoice/check-draft.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import type { ComposeInput } from '#lib/invoice/outline.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { formRuleSetOn } from '#lib/rules/form-rule-sets.ts'
import { judge } from '#lib/rules/judge.ts'
import { rejudger } from '#lib/rules/rejudge.ts'
import { ruleSetNamed } from '#lib/rules/rule-sets.ts'
import { validateDocument } from '#lib/rules/validate.ts'
import { readXml } from '#lib/ubl/read-xml.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { invoiceRewriter, writeInvoice } from '#lib/ubl/write-invoice.ts'
import { draftOfLines } from './drafts.ts'
import { invoiceOfLines } from './invoices.ts'
import { measureInTurn, quantile, type Row, report } from './measure.ts'

const sizes = [1, 10, 100, 500, 1_000, 5_000]
const all = ruleSetNamed('3.0.21')
if (all === undefined) throw new Error('there is no rule set 3.0.21')
const ofForm = formRuleSetOn(isoDateOf('2026-11-25'))

/** The draft with another quantity on one line; the other lines stay the objects they are, as in the form. */
function withQuantity(input: ComposeInput, index: number, quantity: string): ComposeInput {
  const lines = input.draft.lines.map((line, at) => (at === index ? { ...line, quantity } : line))
  return { ...input, draft: { ...input.draft, lines } }
}

const rewrite = invoiceRewriter()
const rejudge = rejudger()

/** All that follows one key: what is left or wrong, the sums, the document written and judged. */
function validateAnew(input: ComposeInput): void {
  const faults = checkDraft(input)
  const totals = draftTotals(input.draft, { today: input.today, roundToKrona: false })
  const composed = composeInvoice(input, faults)
  if (faults.length > 0 || totals.isPartial || !composed.ok) throw new Error('the draft is not whole')
  const { fired } = rejudge(rewrite(composed.value), ofForm)
  if (fired.length > 0) throw new Error('the document is not valid')
}

const rows: Row[] = []
const verdicts = new Map<number, number>()
const leastVerdicts = new Map<number, number>()
const editCosts = new Map<number, number>()
for (const lines of sizes) {
  const invoice = invoiceOfLines(lines)
  const tree = writeInvoice(invoice)
  const bytes = toXmlBytes(tree)
  const judged = validateDocument(tree, all)
  if (judged.verdict !== 'clean') throw new Error(`the invoice of ${lines} lines is ${judged.verdict}`)
  let input = draftOfLines(lines)
  let edits = 0
  const editedDraft = () => {
    edits += 1
    input = withQuantity(input, edits % lines, `${1 + (edits % 40)},5`)
    return input
  }
  // Parsing apart: what it leaves for the collector is no cost of the others, which parse nothing.
  const costs = {
    ...measureInTurn({
      verdict: () => validateDocument(tree, all),
      edit: () => validateAnew(editedDraft()),
      rules: () => judge(tree, ofForm),
    }),
    ...measureInTurn({ parse: () => readXml(bytes) }),
  }
  const of = (name: string) => {
    const cost = costs[name]
    return cost === undefined ? Number.NaN : quantile(cost)
  }
  verdicts.set(lines, of('verdict'))
  // The quickest round: the collector of what the other ways leave behind is no part of how this one grows.
  leastVerdicts.set(lines, costs.verdict === undefined ? Number.NaN : quantile(costs.verdict, 0))
  editCosts.set(lines, of('edit'))
  rows.push({
    lines,
    'tree to verdict CPU-ms': of('verdict').toFixed(3),
    'parsing CPU-ms': of('parse').toFixed(3),
    'one edit in the form CPU-ms': of('edit').toFixed(3),
    'all the form’s rules anew': of('rules').toFixed(3),
  })
}

const cost = (costs: ReadonlyMap<number, number>, lines: number) => costs.get(lines) ?? Number.NaN
const growth = cost(leastVerdicts, 5_000) / cost(leastVerdicts, 100) / 50
const claims: [boolean, string][] = [
  [
    cost(verdicts, 10) <= 1,
    `10 lines from tree to verdict in ${cost(verdicts, 10).toFixed(2)} CPU-ms (at most 1)`,
  ],
  [growth <= 1.5, `100 to 5,000 lines: ${growth.toFixed(2)} times linear (at most 1.5)`],
  [
    cost(editCosts, 500) <= 8,
    `one edit of 500 lines in ${cost(editCosts, 500).toFixed(1)} CPU-ms (at most 8)`,
  ],
]
report(
  'validate',
  'Judging an invoice, median of seven rounds in turn',
  rows,
  claims.filter(([reached]) => reached).map(([, text]) => text),
  claims.filter(([reached]) => !reached).map(([, text]) => text),
)
