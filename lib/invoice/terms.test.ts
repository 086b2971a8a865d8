import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { sampleAccounts, sampleDraft } from './sample-input.ts'
import {
  chosenAccounts,
  draftDates,
  dueDateOf,
  paymentReferenceOf,
  readTermsDays,
  sharedOcrMode,
  termsTextOf,
} from './terms.ts'

const today = isoDateOf('2026-11-20')

describe('payment terms', () => {
  test('days are counted from the issue date or from the end of its month', () => {
    expect(dueDateOf(isoDateOf('2026-11-20'), 30)).toBe('2026-12-20')
    expect(dueDateOf(isoDateOf('2026-01-31'), 30)).toBe('2026-03-02')
    expect(dueDateOf(isoDateOf('2026-11-20'), 30, 'end-of-month')).toBe('2026-12-30')
  })

  test.each([
    ['30', 30],
    ['0', 0],
    [' 365 ', 365],
    ['30 dagar', 30],
    ['366', null],
    ['-1', null],
    ['1,5', null],
    ['', null],
    ['snart', null],
  ])('%j is %s days', (text, days) => {
    expect(readTermsDays(text)).toBe(days)
  })

  test('unedited dates follow today, edited ones stay', () => {
    expect(draftDates(sampleDraft({ issueDate: '2026-10-01' }), today)).toMatchObject({
      issueDate: '2026-11-20',
      dueDate: '2026-12-20',
    })
    const edited = sampleDraft({
      issueDate: '1/10',
      issueDateEdited: true,
      dueDate: '2026-10-15',
      dueDateEdited: true,
    })
    expect(draftDates(edited, today)).toMatchObject({ issueDate: '2026-10-01', dueDate: '2026-10-15' })
  })

  test('the sentence follows from the days, or from a date of its own', () => {
    expect(termsTextOf(sampleDraft(), today)).toEqual({ code: 'net-days', params: { days: 30 } })
    expect(termsTextOf(sampleDraft({ paymentTermsDays: '0' }), today)).toEqual({
      code: 'on-receipt',
      params: {},
    })
    expect(termsTextOf(sampleDraft({ dueDate: '2026-12-24', dueDateEdited: true }), today)).toEqual({
      code: 'pay-by',
      params: { date: '2026-12-24' },
    })
    expect(termsTextOf(sampleDraft({ dueDate: '2026-12-20', dueDateEdited: true }), today)?.code).toBe(
      'net-days',
    )
    expect(termsTextOf(sampleDraft({ paymentTermsDays: '' }), today)).toBeNull()
  })
})

describe('payment', () => {
  test('the reference is the OCR of the account, else the number', () => {
    expect(paymentReferenceOf('1042', 'check-digit')).toBe('10421')
    expect(paymentReferenceOf('1042', 'none')).toBe('1042')
    expect(paymentReferenceOf('ABC', 'check-digit')).toBe('ABC')
  })

  test("the company's first account stays first, then bankgiro, plusgiro, IBAN", () => {
    const order = (ids: readonly string[], accounts = sampleAccounts) =>
      chosenAccounts(ids, accounts).map((account) => account.id)
    expect(order(['iban', 'pg', 'gone', 'bg'])).toEqual(['bg', 'pg', 'iban'])
    expect(order(['bg', 'iban', 'pg'], sampleAccounts.toReversed())).toEqual(['iban', 'bg', 'pg'])
    expect(order([])).toEqual([])
  })

  test('one account that demands OCR decides for all', () => {
    const [first, second] = sampleAccounts
    if (first === undefined || second === undefined) throw new Error('two accounts are needed')
    expect(sharedOcrMode([first, { ...second, ocrMode: 'length-digit' }])).toBe('length-digit')
    expect(sharedOcrMode([first, second])).toBe('none')
  })
})
