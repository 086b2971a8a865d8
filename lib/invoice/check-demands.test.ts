import { describe, expect, test } from 'vitest'
import { checkDraft, type DraftInput } from './check-draft.ts'
import type { DemandFile } from './demands.ts'
import { demandsOf } from './demands.ts'
import type { InvoiceDraft } from './draft.ts'
import { withFixedValues } from './fixed-values.ts'
import type { FieldDemand, RequirementProfile } from './requirement-profile.ts'
import { sampleCustomer, sampleDraft, sampleInput, sampleLine } from './sample-input.ts'

const nothing: RequirementProfile = { fields: [], anyOf: [], attachments: [], limits: {} }
const pdf = 'application/pdf'

function demandFaults(
  profile: Partial<RequirementProfile>,
  draft: Partial<InvoiceDraft> = {},
  given: Partial<DraftInput> = {},
) {
  const customer = { ...sampleCustomer, profile: { ...nothing, ...profile } }
  return checkDraft({ ...sampleInput({ draft: sampleDraft(draft), customer }), ...given })
}

function faults(...given: Parameters<typeof demandFaults>): readonly string[] {
  return demandFaults(...given).map(({ ruleId, level, field, code }) => `${ruleId} ${level} ${field} ${code}`)
}

const order: FieldDemand = {
  code: 'purchaseOrderReference',
  level: 'required',
  masks: ['PO-#{5,6}'],
  case: 'upper',
  example: 'PO-77812',
}
const named = (code: FieldDemand['code'], level: FieldDemand['level'] = 'required') => ({
  fields: [{ code, level }],
})
const file = (fileName: string, size = 1_000_000, description = ''): DemandFile => ({
  fileName,
  size,
  description,
})

describe('PROF-01: what the recipient demands is there', () => {
  test.each<[string, Partial<RequirementProfile>, Partial<InvoiceDraft>, readonly string[]]>([
    ['a demanded field', { fields: [order] }, {}, ['PROF-01 stop purchaseOrderReference demand-missing']],
    ['a demanded field that is there', { fields: [order] }, { purchaseOrderReference: 'PO-77812' }, []],
    [
      'a recommended field warns',
      named('contractReference', 'recommended'),
      {},
      ['PROF-01 warn contractReference demand-advised'],
    ],
    [
      'a recommended field that is there',
      named('contractReference', 'recommended'),
      { contractReference: 'A1' },
      [],
    ],
    ['a delivery date', named('deliveryDate'), {}, ['PROF-01 stop deliveryDate demand-missing']],
    ['a delivery date that is there', named('deliveryDate'), { deliveryDate: '2026-11-18' }, []],
    ['the contact that the company has anyway', named('sellerContactName'), {}, []],
    ['the VAT number that the register has', named('buyerVatNumber'), {}, []],
    [
      'a cell of each line',
      named('lines.orderLineReference'),
      {
        lines: [
          sampleLine('a'),
          sampleLine('b', { orderLineReference: '7' }),
          sampleLine('c', { itemName: '', unitPrice: '' }),
        ],
      },
      ['PROF-01 stop lines.a.orderLineReference demand-missing'],
    ],
    [
      'none of several',
      { anyOf: [{ codes: ['projectReference', 'contractReference'] }] },
      {},
      ['PROF-01 stop projectReference demand-any-missing'],
    ],
    [
      'one of several',
      { anyOf: [{ codes: ['projectReference', 'contractReference'] }] },
      { contractReference: 'A' },
      [],
    ],
    [
      'one of several that is demanded anyway',
      { fields: [order], anyOf: [{ codes: ['purchaseOrderReference', 'contractReference'] }] },
      {},
      ['PROF-01 stop purchaseOrderReference demand-missing'],
    ],
  ])('%s', (_, profile, draft, expected) => {
    expect(faults(profile, draft)).toEqual(expected)
  })

  test('its own sentence stands where everyone needs one of two references; the rule of everyone is never silenced', () => {
    const none = { buyerReference: '', purchaseOrderReference: '' }
    expect(faults({ fields: [order] }, none)).toEqual(['PROF-01 stop purchaseOrderReference demand-missing'])
    expect(faults(named('contractReference'), none)).toEqual([
      'PEPPOL-EN16931-R003 stop buyerReference reference-missing',
      'PROF-01 stop contractReference demand-missing',
    ])
    expect(faults({ fields: [{ ...order, level: 'recommended' }] }, none)).toContain(
      'PEPPOL-EN16931-R003 stop buyerReference reference-missing',
    )
    expect(faults({ fields: [{ ...order, code: 'buyerReference' }] }, { buyerReference: '.' })).toEqual([
      'T-10 stop buyerReference reference-says-nothing',
    ])
  })

  test('holds only when it says so: for a kind of document, for a category of VAT', () => {
    const when = (given: FieldDemand['when']) => ({ fields: [{ ...order, when: given }] })
    const reverse = { lines: [sampleLine('a', { vatChoice: 'rc-construction' })] }
    expect(faults(when({ kind: 'credit-note' }))).toEqual([])
    expect(faults(when({ kind: 'invoice' }))).toHaveLength(1)
    expect(faults(when({ vatCategory: ['AE'] }))).toEqual([])
    expect(faults(when({ vatCategory: ['AE'] }), reverse)).toEqual([
      'PROF-01 stop purchaseOrderReference demand-missing',
    ])
  })

  test('what is asked is one list for as long as nothing that decides it changes', () => {
    const profile = {
      ...nothing,
      fields: [{ ...order, when: { vatCategory: ['AE'] } }],
    } satisfies RequirementProfile
    const { today } = sampleInput()
    const [before, after] = [sampleDraft(), sampleDraft({ note: 'Hej' })]
    expect(demandsOf(profile, before, today)).toBe(demandsOf(profile, after, today))
    const reverse = sampleDraft({ lines: [sampleLine('a', { vatChoice: 'rc-construction' })] })
    expect(demandsOf(profile, before, today)).toEqual([])
    expect(demandsOf(profile, reverse, today)).toHaveLength(1)
  })
})

describe('PROF-02: it looks as the recipient wants', () => {
  test.each<[Partial<FieldDemand>, string, readonly string[]]>([
    [{}, 'PO-77812', []],
    [{}, 'po-77812', ['PROF-02 stop purchaseOrderReference demand-shape']],
    [{ case: 'as-typed', masks: ['@@-#{5}'] }, 'po-77812', []],
    [{}, '77812', ['PROF-02 stop purchaseOrderReference demand-shape']],
    [{ level: 'recommended' }, '77812', ['PROF-02 warn purchaseOrderReference demand-shape-advised']],
    [{ masks: undefined }, 'vad som helst', ['PROF-02 stop purchaseOrderReference demand-shape']],
    [{ masks: undefined, case: undefined }, 'vad som helst', []],
    [{ fixed: 'PO-1' }, 'PO-77812', ['PROF-02 stop purchaseOrderReference demand-fixed']],
    [{ fixed: 'PO-1' }, 'PO-1', []],
  ])('%j %j', (demand, purchaseOrderReference, expected) => {
    expect(faults({ fields: [{ ...order, ...demand }] }, { purchaseOrderReference })).toEqual(expected)
  })

  test('says who asks, for what, and how', () => {
    const label = { sv: 'Inköpsorder', en: 'Purchase order' }
    const [found] = demandFaults({ fields: [{ ...order, label }] }, { purchaseOrderReference: '77812' })
    expect(found?.params).toEqual({
      ...{ recipient: 'Provköpings kommun', demanded: 'purchaseOrderReference', line: 0 },
      ...{ 'name.sv': 'Inköpsorder', 'name.en': 'Purchase order', masks: 'PO-#{5,6}', example: 'PO-77812' },
    })
  })

  test('a fixed value fills an empty field and nothing else', () => {
    const profile = { ...nothing, fields: [{ ...order, fixed: 'PO-1' }] }
    expect(withFixedValues(sampleDraft(), profile).purchaseOrderReference).toBe('PO-1')
    const typed = sampleDraft({ purchaseOrderReference: 'PO-2' })
    expect(withFixedValues(typed, profile)).toBe(typed)
  })
})

describe('PROF-03, PROF-04: files and amounts', () => {
  const time = { name: { sv: 'Tidrapport' }, types: [pdf], when: { unitIn: ['HUR', 'DAY'] } } as const
  const basis = { name: { sv: 'Underlag' }, when: { amountFrom: '9296.88' } } as const
  const missing = 'PROF-03 stop attachments demand-file-missing'

  test.each<[string, Partial<RequirementProfile>, readonly DemandFile[], readonly string[]]>([
    ['wanted by unit', { attachments: [time] }, [], [missing]],
    ['of the wrong type', { attachments: [time] }, [file('tid.png')], [missing]],
    ['there', { attachments: [time] }, [file('TID.PDF')], []],
    ['not wanted by unit', { attachments: [{ ...time, when: { unitIn: ['KGM'] } }] }, [], []],
    ['wanted by amount', { attachments: [basis] }, [], [missing]],
    ['below the amount', { attachments: [{ ...basis, when: { amountFrom: '9296.89' } }] }, [], []],
    ['one file for two', { attachments: [time, basis] }, [file('a.pdf')], [missing]],
    [
      'the one that suits both goes where only it suits',
      { attachments: [basis, time] },
      [file('a.pdf'), file('b.png')],
      [],
    ],
    [
      'too many',
      { limits: { maxFiles: 1 } },
      [file('a.pdf'), file('b.pdf')],
      ['PROF-04 stop attachments demand-files-many'],
    ],
    ['as many as may be', { limits: { maxFiles: 2 } }, [file('a.pdf'), file('b.pdf')], []],
    [
      'too large',
      { limits: { maxTotalBytes: 999_999 } },
      [file('a.pdf')],
      ['PROF-04 stop attachments demand-files-large'],
    ],
    ['as large as may be', { limits: { maxTotalBytes: 1_000_000 } }, [file('a.pdf')], []],
  ])('%s', (_, profile, files, expected) => {
    expect(faults(profile, {}, { files })).toEqual(expected)
  })

  test('where nobody knows the files, they are not judged', () => {
    expect(faults({ attachments: [time] })).toEqual([])
  })

  test.each<[RequirementProfile['limits'], Partial<InvoiceDraft>, readonly string[]]>([
    [
      { maxLines: 1 },
      { lines: [sampleLine('a'), sampleLine('b')] },
      ['PROF-04 stop lines demand-lines-many'],
    ],
    [{ maxLines: 1 }, { lines: [sampleLine('a'), sampleLine('b', { itemName: '', unitPrice: '' })] }, []],
    [{ maxNoteLength: 3 }, { note: 'Hejs' }, ['PROF-04 stop note demand-note-long']],
    [{ maxNoteLength: 3 }, { note: 'Hej' }, []],
    [{ kinds: ['credit-note'] }, {}, ['PROF-05 stop kind demand-kind']],
    [{ kinds: ['invoice'] }, {}, []],
    [{ currencies: ['EUR', 'NOK'] }, {}, ['PROF-05 stop currency demand-currency']],
    [{ currencies: ['SEK'] }, {}, []],
    [{ minPaymentDays: 31 }, {}, ['PROF-06 warn dueDate demand-days']],
    [{ minPaymentDays: 30 }, {}, []],
    [
      { minPaymentDays: 30 },
      { dueDate: '2026-12-19', dueDateEdited: true },
      ['PROF-06 warn dueDate demand-days'],
    ],
  ])('%j %#', (limits, draft, expected) => {
    expect(faults({ limits }, draft)).toEqual(expected)
  })
})

test('a recipient without demands adds nothing, and neither does one that is not chosen', () => {
  expect(faults({})).toEqual([])
  expect(faults({ fields: [order] }, { customerId: '' })).toEqual(['T-01 stop customerId recipient-missing'])
})
