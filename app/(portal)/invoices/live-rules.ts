import { chargeReasons, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import { unregisteredVatChoice, zeroVatChoices } from '#lib/codelists/vat-choices.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { ruleMessage } from '#lib/i18n/rules/rule-message.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import type { DocumentWords } from '#lib/invoice/document-words.ts'
import { type InvoiceDraft, isEmptyLine } from '#lib/invoice/draft.ts'
import type { FaultCode } from '#lib/invoice/faults.ts'
import { formFieldOf, holdsOnlySending } from '#lib/rules/form-field.ts'
import { formRuleSetOn } from '#lib/rules/form-rule-sets.ts'
import type { Fired } from '#lib/rules/judge.ts'
import { rejudger } from '#lib/rules/rejudge.ts'
import { isFormRule } from '#lib/rules/rule-fields.ts'
import { invoiceRewriter } from '#lib/ubl/write-invoice.ts'

export { faultRules } from '#lib/invoice/faults.ts'
export { draftReader } from './draft-reading.ts'

import type { RuleOutcome } from './problems.ts'
import type { EditorSurroundings } from './surroundings.ts'

/**
 * Judges a draft as the server will: the document it becomes, by the published rules that a person's input or our own
 * writer can break. Each broken rule once, at its field, in words. The draft has to be whole (`checkDraft` finds
 * nothing that stops it).
 */
export function judgeByRules(
  draft: InvoiceDraft,
  { company, accounts, customers, today, proposals }: EditorSurroundings,
  locale: Locale,
): RuleOutcome {
  const customer = customers.find((each) => each.customerId === draft.customerId) ?? null
  const number = draft.invoiceNumberEdited ? draft.invoiceNumber.trim() : proposals[draft.kind]
  const composed = composeInvoice({ draft, company, accounts, customer, today, number, words }, [])
  if (!composed.ok) throw new Error('a draft without faults makes an invoice')
  const { fired } = rejudge(rewrite(composed.value), formRuleSetOn(today))
  const lineKeys = draft.lines.filter((line) => !isEmptyLine(line)).map((line) => line.key)
  const broken = [...new Map(fired.map((each) => [each.rule.id, each])).values()]
  const isStop = ({ rule }: Fired) => rule.flag === 'fatal' && !holdsOnlySending(rule.id)
  const sayAs = (code: FaultCode) => (each: Fired) => ({
    field: formFieldOf(each, lineKeys),
    code,
    params: { rule: each.rule.id },
    message: ruleMessage(locale, { id: each.rule.id, element: each.element.name }),
  })
  return {
    problems: broken.filter(isStop).map(sayAs('rule-broken')),
    // A rule that has no words of the form's says again what another of them says.
    remarks: broken.filter((each) => !isStop(each) && isFormRule(each.rule.id)).map(sayAs('rule-doubted')),
    // A seller in another country has that country's rules besides, which no browser has: only the server can say it.
    isValid: company.address.country === 'SE' && broken.every(({ rule }) => rule.flag !== 'fatal'),
  }
}

/** Each tree is judged before the next is written: a line that nobody touches is written and judged once. */
const rewrite = invoiceRewriter()
const rejudge = rejudger()

/** The rules ask whether these texts are there, never what they say: the server writes them in the invoice's language. */
const someText = '–'
const words: DocumentWords = {
  paymentTermsText: someText,
  exchangeRate: someText,
  exemptionReasons: Object.fromEntries(
    [...zeroVatChoices, unregisteredVatChoice].map((choice) => [choice, someText]),
  ),
  adjustmentReasons: Object.fromEntries(
    [...discountReasons, ...chargeReasons].map((code) => [code, someText]),
  ),
}
