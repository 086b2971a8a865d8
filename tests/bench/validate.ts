/**
 * `npm run bench:validate` (G2, G3): from tree to verdict by every rule and the schema, parsing apart, and what one
 * edit of a draft costs in the form: checks, sums, the document written and judged by the form's rules.
 */
import { isoDateOf } from '#lib/core/dates.ts'
import { checkDraft } from '#lib/invoice/check-draft.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { formRuleSetOn } from '#lib/rules/form-rule-sets.ts'
import { judge } from '#lib/rules/judge.ts'
import { ruleSetNamed } from '#lib/rules/rule-sets.ts'
import { validateDocument } from '#lib/rules/validate.ts'
import { readXml } from '#lib/ubl/read-xml.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { draftOfLines } from './drafts.ts'
import { invoiceOfLines } from './invoices.ts'
import { measureInTurn, quantile, type Row, report } from './measure.ts'

const sizes = [1, 10, 100, 500, 1_000, 5_000]
const all = ruleSetNamed('3.0.21')
if (all === undefined) throw new Error('there is no rule set 3.0.21')
const ofForm = formRuleSetOn(isoDateOf('2026-11-25'))

const rows: Row[] = []
const verdicts = new Map<number, number>()
const edits = new Map<number, number>()
for (const lines of sizes) {
  const invoice = invoiceOfLines(lines)
  const tree = writeInvoice(invoice)
  const bytes = toXmlBytes(tree)
  const judged = validateDocument(tree, all)
  if (judged.verdict !== 'clean') throw new Error(`the invoice of ${lines} lines is ${judged.verdict}`)
  const input = draftOfLines(lines)
  if (checkDraft(input).length > 0) throw new Error('the draft of the benchmark is not whole')
  const costs = measureInTurn({
    verdict: () => validateDocument(tree, all),
    parse: () => readXml(bytes),
    edit: () => [
      checkDraft(input),
      draftTotals(input.draft, { today: input.today, roundToKrona: false, accountingCurrency: 'SEK' }),
      judge(writeInvoice(invoice), ofForm),
    ],
    rules: () => judge(tree, ofForm),
  })
  const of = (name: string) => {
    const cost = costs[name]
    return cost === undefined ? Number.NaN : quantile(cost)
  }
  verdicts.set(lines, of('verdict'))
  edits.set(lines, of('edit'))
  rows.push({
    lines,
    'tree to verdict CPU-ms': of('verdict').toFixed(3),
    'parsing CPU-ms': of('parse').toFixed(3),
    'one edit in the form CPU-ms': of('edit').toFixed(3),
    'of these the rules': of('rules').toFixed(3),
  })
}

const cost = (costs: ReadonlyMap<number, number>, lines: number) => costs.get(lines) ?? Number.NaN
const growth = cost(verdicts, 5_000) / cost(verdicts, 100) / 50
const claims: [boolean, string][] = [
  [
    cost(verdicts, 10) <= 1,
    `10 lines from tree to verdict in ${cost(verdicts, 10).toFixed(2)} CPU-ms (at most 1)`,
  ],
  [growth <= 1.5, `100 to 5,000 lines: ${growth.toFixed(2)} times linear (at most 1.5)`],
  [cost(edits, 500) <= 8, `one edit of 500 lines in ${cost(edits, 500).toFixed(1)} CPU-ms (at most 8)`],
]
report(
  'validate',
  'Judging an invoice, median of seven rounds in turn',
  rows,
  claims.filter(([reached]) => reached).map(([, text]) => text),
  claims.filter(([reached]) => !reached).map(([, text]) => text),
)
