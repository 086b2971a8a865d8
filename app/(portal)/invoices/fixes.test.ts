import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { locales } from '#lib/i18n/locale.ts'
import { messagesOf } from '#lib/i18n/messages.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { ComposeInput } from '#lib/invoice/outline.ts'
import {
  sampleAccounts,
  sampleCompany,
  sampleCustomer,
  sampleDraft,
  sampleInput,
  sampleLine,
} from '#lib/invoice/sample-input.ts'
import { pressedForm, problemsOf, surroundingsOf } from '#tests/rules/asked-form.ts'
import { fixOf } from './fixes.ts'
import { mayBeFixed, type Problem } from './problems.ts'

type Case = {
  code: string
  given?: Partial<ComposeInput>
  draft: Partial<InvoiceDraft>
  /** What the button says that it writes, and where. */
  value: string
  field: string
}

const abroad = (country: string, vatNumber = '') => ({
  customer: { ...sampleCustomer, vatNumber, address: { ...sampleCustomer.address, country } },
})
const line = (vatChoice: string) => ({ lines: [sampleLine('a', { vatChoice })] })
const withOcr = sampleAccounts.map((account) => ({ ...account, ocrMode: 'check-digit' as const }))
const noVat = { company: { ...sampleCompany, vatRegistered: false, vatNumber: '' } }

const cases: readonly Case[] = [
  {
    code: 'invoice-number-missing',
    draft: { invoiceNumber: '', invoiceNumberEdited: true },
    value: '1042',
    field: 'invoiceNumber',
  },
  {
    code: 'due-date-early',
    draft: { dueDate: '2026-11-01', dueDateEdited: true },
    value: '2026-12-20',
    field: 'dueDate',
  },
  {
    code: 'due-date-early',
    draft: { dueDate: '2026-11-01', dueDateEdited: true, paymentTermsDays: 'snart' },
    value: '2026-11-20',
    field: 'dueDate',
  },
  {
    code: 'due-date-missing',
    draft: { dueDate: '', dueDateEdited: true },
    value: '2026-12-20',
    field: 'dueDate',
  },
  {
    code: 'account-missing',
    draft: { paymentAccountIds: [] },
    value: '5050-1055',
    field: 'paymentAccountIds',
  },
  {
    code: 'ocr-check-digit',
    given: { accounts: withOcr },
    draft: { paymentReference: '10420', paymentReferenceEdited: true },
    value: '10421',
    field: 'paymentReference',
  },
  {
    code: 'buyer-vat-number-missing',
    given: { customer: { ...sampleCustomer, vatNumber: '' } },
    draft: line('rc-construction'),
    value: 'SE212000990301',
    field: 'buyerVatNumber',
  },
  {
    code: 'price-negative',
    draft: { lines: [sampleLine('a', { unitPrice: '−99,50', quantity: '2' })] },
    value: '-2',
    field: 'lines.a.quantity',
  },
  {
    code: 'vat-missing',
    draft: { lines: [sampleLine('b', { vatChoice: 'rate-12' }), sampleLine('a', { vatChoice: '' })] },
    value: 'rate-12',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-reason-missing',
    draft: { lines: [sampleLine('b', { vatChoice: 'exempt-health' }), sampleLine('a', { vatChoice: '0' })] },
    value: 'exempt-health',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-reason-missing',
    given: abroad('DE', 'DE999999999'),
    draft: line('0'),
    value: 'eu-service',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-reason-missing',
    given: abroad('NO'),
    draft: line('0'),
    value: 'service-outside-eu',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-reason-missing',
    given: noVat,
    draft: line('0'),
    value: 'not-registered',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-company-unregistered',
    given: noVat,
    draft: line('rate-25'),
    value: 'not-registered',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-company-registered',
    draft: line('not-registered'),
    value: 'rate-25',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-needs-swedish-buyer',
    given: abroad('DE', 'DE999999999'),
    draft: line('rc-domestic'),
    value: 'eu-service',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-needs-eu-buyer',
    given: abroad('NO', 'NO999999999'),
    draft: line('eu-service'),
    value: 'service-outside-eu',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-needs-outside-buyer',
    given: abroad('DE', 'DE999999999'),
    draft: line('service-outside-eu'),
    value: 'eu-service',
    field: 'lines.a.vatChoice',
  },
  {
    code: 'vat-date-assumed',
    given: { today: isoDateOf('2027-12-10') },
    draft: line('food'),
    value: '2027-12-10',
    field: 'deliveryDate',
  },
]

function found({ code, given, draft }: Pick<Case, 'code' | 'given' | 'draft'>) {
  const input = sampleInput({ ...given, draft: sampleDraft(draft) })
  const { store, state } = pressedForm(input)
  const problem = problemsOf(state).find((each) => each.code === code)
  if (problem === undefined) throw new Error(`the form says ${JSON.stringify(problemsOf(state))}`)
  const fix = fixOf(problem, input.draft, surroundingsOf(input))
  return { input, store, problem, fix }
}

describe('a mend in one press', () => {
  test.each(cases)('of $code writes $value, the problem is gone, and it can be undone', (given) => {
    const { input, store, problem, fix } = found(given)
    expect(mayBeFixed(problem.code)).toBe(true)
    expect(fix).toMatchObject({ value: given.value, field: given.field })
    if (fix === null) return
    store.applyFix(fix)
    expect(store.getSnapshot().mended?.fix).toBe(fix)
    const left = problemsOf(store.getSnapshot())
    expect(left.filter(({ code, field }) => code === problem.code && field === problem.field)).toEqual([])
    store.undoFix()
    expect(store.getSnapshot().draft).toBe(input.draft)
    expect(store.getSnapshot().mended).toBeNull()
  })

  test('of a number that is taken writes the next free one, which the series then counts', () => {
    const input = sampleInput({ draft: sampleDraft({ invoiceNumber: '1042', invoiceNumberEdited: true }) })
    const { store } = pressedForm(input)
    const taken: Problem = {
      field: 'invoiceNumber',
      code: 'invoice-number-taken',
      params: { number: '1042', next: '1043' },
      message: 'Fakturanummer 1042 är redan använt. Nästa lediga är 1043',
    }
    store.takeServerProblems([taken])
    const fix = fixOf(taken, input.draft, surroundingsOf(input))
    if (fix === null) throw new Error('there is a next number')
    store.applyFix(fix)
    const { draft, serverProblems } = store.getSnapshot()
    expect(draft).toMatchObject({ invoiceNumber: '1043', invoiceNumberEdited: false })
    expect(serverProblems).toEqual([])
  })

  test('is not offered after something else was changed', () => {
    const { store, fix } = found({ code: 'account-missing', draft: { paymentAccountIds: [] } })
    if (fix === null) throw new Error('there is an account')
    store.applyFix(fix)
    store.setField('note', 'Tack')
    expect(store.getSnapshot().mended).toBeNull()
    store.undoFix()
    expect(store.getSnapshot().draft.note).toBe('Tack')
  })

  test.each<[string, Pick<Case, 'code' | 'given' | 'draft'>]>([
    ['why VAT is 0 % in Sweden', { code: 'vat-reason-missing', draft: line('0') }],
    [
      'the VAT number of a sole trader, whose number is a person’s',
      {
        code: 'buyer-vat-number-missing',
        given: { customer: { ...sampleCustomer, orgNumber: '8001013294', vatNumber: '' } },
        draft: line('rc-construction'),
      },
    ],
    [
      'a price below zero of a quantity below zero',
      { code: 'price-negative', draft: { lines: [sampleLine('a', { unitPrice: '-5', quantity: '-2' })] } },
    ],
    ['a company without an account', { code: 'account-missing', given: { accounts: [] }, draft: {} }],
  ])('is never a guess: %s', (_, given) => {
    expect(found(given).fix).toBeNull()
  })

  test.each(locales)('has its words in %s, before and after', (locale) => {
    const { fixes, fixed } = messagesOf(locale).invoice
    expect(Object.keys(fixed)).toEqual(Object.keys(fixes))
    expect(Object.values(fixed).filter((words) => !words.includes('{value}'))).toEqual([])
  })
})
