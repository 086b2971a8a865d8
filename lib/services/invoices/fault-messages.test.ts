import { expect, test } from 'vitest'
import type { Locale } from '#lib/i18n/locale.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import { type FaultCode, faultRules } from '#lib/invoice/faults.ts'

// What checkDraft and the services give with a fault: no message may ask for more.
const params = {
  ...{
    line: 2,
    max: 2,
    days: 400,
    says: 10,
    count: 5,
    from: '1043',
    to: '2000',
    number: '1042',
    next: '1043',
  },
  ...{ recipient: 'Provköpings kommun', missing: 'street', reference: '.', issueDate: '2026-11-20' },
  ...{ choice: 'euGoods', currency: 'SEK', rate: '25', date: '2026-11-20', remaining: '10.00' },
  ...{ total: '10.00', digit: '1', suggestion: '10421', code: '12B', rule: 'BR-02' },
}

const codes = Object.keys(faultRules).filter((code): code is FaultCode => Object.hasOwn(faultRules, code))

test.each<[Locale, string]>([
  ['sv', 'på rad 2'],
  ['en', 'on line 2'],
])('every fault has its words in %s', (locale, onLine) => {
  const translate = createMailTranslator(locale, 'faults')
  const t = (code: FaultCode, given: Readonly<Record<string, string | number>>) =>
    // The arguments that all messages take together have no common type.
    translate(code, given as never)
  for (const code of codes) expect(t(code, params)).not.toMatch(/[{}]/)
  expect(t('adjustment-negative', { ...params, line: 0 })).not.toContain(onLine)
  expect(t('adjustment-negative', params)).toContain(onLine)
  expect(t('credit-too-large', { ...params, rate: 'none' })).not.toContain('%')
})
