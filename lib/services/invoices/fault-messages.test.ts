import { expect, test } from 'vitest'
import { demandParams } from '#lib/i18n/demand-params.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { isDemandFault } from '#lib/i18n/own-words.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import { type FaultCode, faultRules } from '#lib/invoice/faults.ts'
import { demandableCells, demandableFields } from '#lib/invoice/requirement-profile.ts'

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

type OwnCode = Exclude<FaultCode, `demand-${string}`>
type DemandCode = Extract<FaultCode, `demand-${string}`>

const all = Object.keys(faultRules)
const codes = all.filter((code): code is OwnCode => !isDemandFault(code))
const demandCodes = all.filter((code): code is DemandCode => isDemandFault(code))

test.each<[Locale, string]>([
  ['sv', 'på rad 2'],
  ['en', 'on line 2'],
])('every fault has its words in %s', (locale, onLine) => {
  const translate = createMailTranslator(locale, 'faults')
  const t = (code: OwnCode, given: Readonly<Record<string, string | number>>) =>
    // The arguments that all messages take together have no common type.
    translate(code, given as never)
  for (const code of codes) expect(t(code, params)).not.toMatch(/[{}]/)
  expect(t('adjustment-negative', { ...params, line: 0 })).not.toContain(onLine)
  expect(t('adjustment-negative', params)).toContain(onLine)
  expect(t('credit-too-large', { ...params, rate: 'none' })).not.toContain('%')
})

const demanded = {
  ...{ recipient: 'Granit & Gran Bygg AB', demanded: 'purchaseOrderReference', masks: 'PO-#{5,6}', line: 0 },
  ...{ example: 'PO-77812', anyOf: 'buyerReference,purchaseOrderReference', allowed: 'SEK', currency: 'EUR' },
  ...{ max: 5, count: 6, days: 30, kind: 'invoice', megabytes: 12.4, maxMegabytes: 10 },
}

test.each<[Locale, string, string, string]>([
  [
    'sv',
    'Ordernummer ska vara PO- och fem eller sex siffror, till exempel PO-77812',
    'Bifoga tidrapport. Granit & Gran Bygg AB kräver det',
    '12,4 MB',
  ],
  [
    'en',
    'The order number should be PO- and five or six digits, for example PO-77812',
    'Attach time report. Granit & Gran Bygg AB requires it',
    '12,4 MB',
  ],
])('every demand has its words in %s', (locale, shape, file, size) => {
  const words = createMailTranslator(locale, 'demands')
  const nameOf = (field: string) => words(`names.${field}` as 'names.note')
  const t = (code: DemandCode, given: Readonly<Record<string, string | number>>) =>
    words(`faults.${code}`, demandParams(given, { locale, nameOf }) as never)
  for (const code of demandCodes) {
    expect(t(code, demanded)).not.toMatch(/[{}]/)
    expect(t(code, { ...demanded, line: 2 })).not.toMatch(/undefined|noll|zero/)
  }
  expect(t('demand-shape', demanded)).toBe(shape)
  expect(t('demand-file-missing', { ...demanded, 'name.sv': 'Tidrapport', 'name.en': 'Time report' })).toBe(
    file,
  )
  expect(t('demand-files-large', demanded)).toContain(size)
  for (const field of demandableFields) expect(nameOf(field)).not.toContain('demands.')
  for (const cell of demandableCells) expect(nameOf(`lines.${cell}`)).not.toContain('demands.')
})
