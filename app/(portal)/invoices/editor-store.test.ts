import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { emptyDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { SellerProfile } from '#lib/invoice/parties.ts'
import { sampleAccounts, sampleCompany, sampleCustomer, sampleDraft } from '#lib/invoice/sample-input.ts'
import { draftReader } from './draft-reading.ts'
import { EditorStore } from './editor-store.ts'
import { judge, oncePerField } from './problems.ts'
import { editedAmount, otherReading, shownAmount } from './shown-amount.ts'
import type { EditorSurroundings } from './surroundings.ts'

const company: SellerProfile = {
  companyForm: 'sole-trader',
  name: 'Exempel Snickeri',
  tradingName: '',
  orgNumber: '5599990008',
  vatRegistered: true,
  vatNumber: 'SE559999000801',
  fTaxApproved: true,
  seat: '',
  address: { street: 'Storgatan 1', street2: '', postalCode: '90326', city: 'Umeå', country: 'SE' },
  contact: { name: 'Ada', phone: '', email: 'ada@example.test' },
}

/** The form as it is once its reader has come. */
function openDraft(draft: InvoiceDraft, surroundings: EditorSurroundings): EditorStore {
  const reader = draftReader(surroundings)
  const store = new EditorStore(draft, surroundings, reader(draft, []))
  store.takeReader(reader)
  return store
}

function open() {
  const draft = emptyDraft({ lineKey: 'a', invoiceNumber: '1042', paymentAccountIds: ['bg'] })
  return openDraft(draft, {
    company,
    accounts: [{ id: 'bg', kind: 'bankgiro', number: '9912346', ocrMode: 'none' }],
    customers: [],
    today: isoDateOf('2026-11-23'),
    proposals: { invoice: '1042', 'credit-note': 'K1' },
    creditable: [],
  })
}

describe('what is rendered again', () => {
  test('a key in one row leaves the views of the other rows the same objects', () => {
    const store = open()
    const second = store.addLine()
    store.setCell('a', 'itemName', 'Virke')
    const before = store.getSnapshot()
    store.setCell(second, 'itemName', 'B')
    const after = store.getSnapshot()
    expect(after.rows.get('a')).toBe(before.rows.get('a'))
    expect(after.rows.get(second)).not.toBe(before.rows.get(second))
    expect(after.keys).toBe(before.keys)
  })

  test('a key in another field leaves every row the same object', () => {
    const store = open()
    const before = store.getSnapshot().rows.get('a')
    store.setField('buyerReference', 'FM8440')
    expect(store.getSnapshot().rows.get('a')).toBe(before)
  })
})

describe('when a fault is shown', () => {
  test('a wrong value when its cell was left, not while it is typed', () => {
    const store = open()
    store.setCell('a', 'unitPrice', 'tio')
    expect(store.getSnapshot().shown.size).toBe(0)
    store.leave('lines.a.unitPrice')
    expect(store.getSnapshot().shown.get('lines.a.unitPrice')?.code).toBe('price-unreadable')
    store.setCell('a', 'unitPrice', '10')
    expect(store.getSnapshot().shown.size).toBe(0)
  })

  test('a missing value only after Gå vidare', () => {
    const store = open()
    store.leave('buyerReference')
    expect(store.getSnapshot().shown.size).toBe(0)
    expect(store.press()).toBe(false)
    expect(store.getSnapshot().shown.get('buyerReference')?.code).toBe('reference-missing')
    expect(store.getSnapshot().summary.map((each) => each.field)).toContain('lines')
  })

  test('what the server said stays until its field changes', () => {
    const store = open()
    store.takeServerProblems([
      { field: 'invoiceNumber', code: 'invoice-number-taken', params: {}, message: 'x' },
    ])
    store.setField('buyerReference', 'FM8440')
    expect(store.getSnapshot().shown.get('invoiceNumber')?.message).toBe('x')
    store.setField('invoiceNumber', '1043')
    expect(store.getSnapshot().shown.has('invoiceNumber')).toBe(false)
  })

  test('the summary does not change while somebody puts things right', () => {
    const store = open()
    store.press()
    const { summary } = store.getSnapshot()
    store.setField('buyerReference', 'FM8440')
    expect(store.getSnapshot().summary).toBe(summary)
  })
})

describe('lines', () => {
  test('a removed line comes back where it was', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    store.setCell(store.addLine(), 'itemName', 'Beslag')
    store.removeLine('a')
    expect(store.getSnapshot().draft.lines.map((line) => line.itemName)).toEqual(['Beslag'])
    store.undo()
    expect(store.getSnapshot().draft.lines.map((line) => line.itemName)).toEqual(['Virke', 'Beslag'])
  })

  test('the last line leaves an empty one, which goes when it comes back', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    store.removeLine('a')
    expect(store.getSnapshot().draft.lines.map((line) => line.itemName)).toEqual([''])
    store.undo()
    expect(store.getSnapshot().keys).toEqual(['a'])
  })

  test('K21 pasted lines stand where the empty line was, and undo brings it back with what was written since', () => {
    const store = open()
    const last = store.addLine()
    store.setCell(last, 'itemName', 'Sist')
    const empty = store.getSnapshot().draft.lines[0]
    store.pasteLines('a', [{ itemName: 'Virke', unitPrice: '100' }, { itemName: 'Spik' }])
    const names = () => store.getSnapshot().draft.lines.map((line) => line.itemName)
    expect(names()).toEqual(['Virke', 'Spik', 'Sist'])
    expect(store.getSnapshot().keys[0]).toBe('a')
    store.setCell(last, 'itemName', 'Sist av allt')
    store.undo()
    expect(names()).toEqual(['', 'Sist av allt'])
    expect(store.getSnapshot().draft.lines[0]).toBe(empty)
    expect(store.getSnapshot().undoable).toBeNull()
  })

  test('K21 lines pasted in a filled line come after it, and what cannot be read is wrong at once', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    store.pasteLines('a', [{ itemName: 'Spik', quantity: 'två', unit: 'famn', vatChoice: 'lagom' }])
    const [, key] = store.getSnapshot().keys
    expect(store.getSnapshot().draft.lines.map((line) => line.itemName)).toEqual(['Virke', 'Spik'])
    expect(
      store
        .getSnapshot()
        .rows.get(`${key}`)
        ?.problems.map(({ code }) => code),
    ).toEqual(['quantity-unreadable', 'unit-not-offered', 'vat-not-offered'])
  })

  test('K21 a line filled as last time is as before after undo, with what was written since in its other cells', () => {
    const store = open()
    store.setCell('a', 'itemName', 'riv')
    store.setCell('a', 'unit', 'DAY')
    store.fillLine('a', { itemName: 'Rivning', unitPrice: '595', vatChoice: 'rate-12' })
    store.setCell('a', 'quantity', '3')
    expect(store.getSnapshot().draft.lines[0]).toMatchObject({ itemName: 'Rivning', unitPrice: '595' })
    store.undo()
    expect(store.getSnapshot().draft.lines[0]).toMatchObject({
      itemName: 'riv',
      unit: 'DAY',
      unitPrice: '',
      vatChoice: 'rate-25',
      quantity: '3',
    })
    expect(store.getSnapshot().undoable).toBeNull()
  })

  test('a cell counts as written by a person until something is filled in over it', () => {
    const store = open()
    expect(store.isWritten('lines.a.unit')).toBe(false)
    store.setCell('a', 'unit', 'DAY')
    expect(store.isWritten('lines.a.unit')).toBe(true)
    store.fillLine('a', { unit: 'HUR' })
    expect(store.isWritten('lines.a.unit')).toBe(false)
    store.pasteLines('a', [{ itemName: 'Virke', unit: 'MTR' }])
    expect(store.isWritten('lines.a.unit')).toBe(true)
  })

  test('K21 an invoice has 999 lines: the rest of a paste is counted, and undo leaves what was there', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    store.pasteLines(
      'a',
      Array.from({ length: 1000 }, (_, index) => ({ itemName: `Rad ${index}` })),
    )
    expect(store.getSnapshot().keys.length).toBe(999)
    expect(store.getSnapshot().undoable).toMatchObject({ left: 2 })
    store.undo()
    expect(store.getSnapshot().keys).toEqual(['a'])
  })

  test('a copy comes right after, with a key of its own; moving stops at the ends', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    const copy = store.copyLine('a')
    expect(store.getSnapshot().keys).toEqual(['a', copy])
    store.moveLine('a', -1)
    store.moveLine('a', 1)
    expect(store.getSnapshot().keys).toEqual([copy, 'a'])
  })

  test('trailing empty rows are neither mandatory nor counted', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    store.setCell('a', 'unitPrice', '100')
    const empty = store.addLine()
    expect(store.getSnapshot().rows.get(empty)?.isRequired).toBe(false)
    expect(store.getSnapshot().rows.get('a')?.isComplete).toBe(true)
    expect(store.getSnapshot().rows.get('a')?.net).toBe('100.00')
  })
})

describe('Senaste ändringar', () => {
  test('a word typed in a field is one step until the field is left, each thing done to lines is one', () => {
    const store = open()
    for (const note of ['h', 'ha', 'hal']) store.setField('note', note)
    store.leave('note')
    store.setField('note', 'hall')
    store.addLine()
    store.addLine()
    const steps = store.getSteps()
    expect(steps.map(({ field }) => field)).toEqual(['note', 'note', 'lines', 'lines'])
    expect([steps[0]?.before.note, steps[0]?.after.note]).toEqual(['', 'hal'])
  })

  test('undone in order, then the earliest first, what can be undone is, and can be done again', () => {
    const store = open()
    store.setField('note', 'ett')
    store.setCell('a', 'itemName', 'Virke')
    store.setField('buyerReference', 'FM1')
    const draft = () => store.getSnapshot().draft
    expect(store.undoLast()?.field).toBe('buyerReference')
    const [first] = store.getSteps()
    expect(store.turnStep(first?.id ?? 0)).toBe(true)
    expect(draft()).toMatchObject({ note: '', buyerReference: '', lines: [{ itemName: 'Virke' }] })
    expect(store.turnStep(first?.id ?? 0)).toBe(true)
    expect(draft().note).toBe('ett')
    store.setField('note', 'två')
    expect(store.turnStep(first?.id ?? 0)).toBe(false)
    expect(draft().note).toBe('två')
  })

  test('undo is a change like another: whoever follows the draft is told', () => {
    const store = open()
    store.setField('note', 'ett')
    let told = 0
    store.onDraftChange(() => {
      told += 1
    })
    store.undoLast()
    expect(told).toBe(1)
  })

  test('what the offer below the lines undid is undone in the list too, and the other way round', () => {
    const store = open()
    store.setCell('a', 'itemName', 'Virke')
    store.removeLine('a')
    store.undo()
    expect(store.getSteps().map(({ isUndone }) => isUndone)).toEqual([false, true])
    store.removeLine('a')
    store.undoLast()
    expect(store.getSnapshot().undoable).toBeNull()
    expect(store.getSnapshot().keys).toEqual(['a'])
  })

  test('while Gå vidare has the draft nothing changes it', () => {
    const store = open()
    store.hold(true)
    store.setField('note', 'för sent')
    expect(store.getSnapshot().draft.note).toBe('')
    store.hold(false)
    store.setField('note', 'i tid')
    expect(store.getSnapshot().draft.note).toBe('i tid')
  })
})

describe('dates', () => {
  test('a due date set by hand stays until terms are chosen', () => {
    const store = open()
    store.setField('dueDate', '2026-12-31')
    expect(store.getSnapshot().draft.dueDateEdited).toBe(true)
    store.setTerms('15')
    expect(store.getSnapshot().draft).toMatchObject({ dueDateEdited: false, paymentTermsDays: '15' })
  })
})

test('the strip counts what is missing, what is wrong and the parts that are whole', () => {
  const problems = [
    { field: 'customerId', code: 'recipient-missing', params: {} },
    { field: 'lines.a.quantity', code: 'quantity-missing', params: {} },
    { field: 'lines.a.unitPrice', code: 'price-unreadable', params: {} },
  ]
  expect(judge(problems)).toEqual({ missing: 2, wrong: 1, done: 6, of: 8 })
})

test('of several things at one field the first is said and counted; what has no field is told apart by its rule', () => {
  const rule = (field: string, id: string) => ({ field, code: 'rule-broken', params: { rule: id } })
  const address = { code: 'buyer-incomplete', params: {} }
  const first = [
    { field: 'customer.address.street', ...address },
    { field: 'customer.address.city', ...address },
    rule('lines.a.unitPrice', 'BR-26'),
    rule('', 'BR-51'),
    rule('', 'BR-64'),
  ]
  expect(oncePerField([...first, rule('lines.a.unitPrice', 'BR-27')])).toEqual(first)
})

test.each([
  ['1234.5', 'money', '1\u00a0234,50', '1234,5'],
  ['1 234,50', 'money', '1\u00a0234,50', '1234,5'],
  ['595', 'money', '595,00', '595'],
  ['12,5', 'quantity', '12,5', '12,5'],
  ['89,19643', 'money', '89,19643', '89,19643'],
  ['tio', 'money', 'tio', 'tio'],
  ['', 'money', '', ''],
] as const)('%s is shown and edited as people expect', (typed, kind, shown, edited) => {
  expect(shownAmount(typed, kind)).toBe(shown)
  expect(editedAmount(typed)).toBe(edited)
})

describe('debit or credit (S28)', () => {
  test('a credit note takes the number of its own series and asks what it credits', () => {
    const store = open()
    store.setKind('credit-note')
    expect(store.getSnapshot().draft.invoiceNumber).toBe('K1')
    expect(store.getSnapshot().draft.precedingInvoices).toEqual([
      { invoiceId: '', number: '', issueDate: '' },
    ])
    store.setKind('invoice')
    expect(store.getSnapshot().draft.invoiceNumber).toBe('1042')
  })

  test('a number typed by hand stays whatever the kind', () => {
    const store = open()
    store.setField('invoiceNumber', 'A-7')
    store.setKind('credit-note')
    expect(store.getSnapshot().draft.invoiceNumber).toBe('A-7')
  })
})

describe('the published rules', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A form that is whole, with rules that refuse one reference. */
  function openWhole() {
    const store = openDraft(sampleDraft(), {
      company: sampleCompany,
      accounts: sampleAccounts,
      customers: [sampleCustomer],
      today: isoDateOf('2026-11-25'),
      proposals: { invoice: '1042', 'credit-note': 'K1' },
      creditable: [],
    })
    const asked: string[] = []
    const broken = { field: 'buyerReference', code: 'rule-broken', params: { rule: 'R-1' }, message: 'Fel' }
    store.takeRules(({ buyerReference }) => {
      asked.push(buyerReference)
      const problems = buyerReference === 'fel' ? [broken] : []
      return { problems, remarks: [], isValid: problems.length === 0 }
    })
    return { store, asked }
  }

  test('are asked when they come, and then once, a moment after the last key', () => {
    const { store, asked } = openWhole()
    expect(store.getSnapshot().isValid).toBe(true)
    store.setField('buyerReference', 'f')
    store.setField('buyerReference', 'fe')
    expect(store.getSnapshot().isValid).toBe(false)
    expect(asked).toEqual(['FM8440'])
    vi.runAllTimers()
    expect(asked).toEqual(['FM8440', 'fe'])
    expect(store.getSnapshot().isValid).toBe(true)
  })

  test('stop Gå vidare with what the draft is now, not with what it was', () => {
    const { store } = openWhole()
    store.setField('buyerReference', 'fel')
    expect(store.press()).toBe(false)
    expect(store.getSnapshot().shown.get('buyerReference')?.message).toBe('Fel')
    store.setField('buyerReference', 'rätt')
    expect(store.press()).toBe(true)
    expect(store.getSnapshot().stops).toEqual([])
  })

  test('say nothing of a form where something is left to fill in', () => {
    const { store } = openWhole()
    store.setField('buyerReference', '')
    vi.runAllTimers()
    expect(store.getSnapshot().isValid).toBe(false)
    expect(store.getSnapshot().stops.map(({ code }) => code)).toEqual(['reference-missing'])
  })
})

test.each([
  ['1.234', '1234'],
  ['-1.230 kr', '-1230'],
  ['1,234', null],
  ['0.125', null],
  ['1234.567', null],
  ['1.234,50', null],
])('%s may also be meant as %s', (text, other) => {
  expect(otherReading(text)).toBe(other)
})

describe('before the reader has come', () => {
  const surroundings: EditorSurroundings = {
    company: sampleCompany,
    accounts: sampleAccounts,
    customers: [sampleCustomer],
    today: isoDateOf('2026-11-25'),
    proposals: { invoice: '1042', 'credit-note': 'K1' },
    creditable: [],
  }
  const reader = draftReader(surroundings)
  const draft = { ...sampleDraft(), buyerReference: '' }
  const found = reader(draft, [])
  const opened = () => new EditorStore(draft, surroundings, found)

  test('the form says what the page found', () => {
    const { stops, figures, rows } = opened().getSnapshot()
    expect(stops.map(({ field }) => field)).toEqual(found.faults.map(({ field }) => field))
    expect(found.faults).not.toEqual([])
    expect(figures).toEqual(found.figures)
    expect([...rows.values()].map(({ net }) => net)).toEqual(Object.values(found.figures.nets))
  })

  test('what was typed is judged when they come, and *Gå vidare* stops at nothing that was found before', () => {
    const store = opened()
    store.setField('buyerReference', 'FM8440')
    expect(store.press()).toBe(true)
    store.takeReader(reader)
    expect(store.getSnapshot().stops).toEqual([])
    store.setField('buyerReference', '')
    expect(store.press()).toBe(false)
  })

  test('a changed draft keeps the figures of before and says that something lacks in the sum, until they are read', () => {
    const store = opened()
    const [key = ''] = store.getSnapshot().keys
    store.setCell(key, 'quantity', '1000')
    expect(store.getSnapshot().figures).toEqual({ ...found.figures, isPartial: true })
    store.takeReader(reader)
    const { figures } = store.getSnapshot()
    expect(figures).toEqual(reader(store.getSnapshot().draft, []).figures)
    expect(figures.isPartial).toBe(false)
    expect(figures.amountDue).not.toBe(found.figures.amountDue)
  })
})
