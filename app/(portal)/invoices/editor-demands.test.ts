import { expect, test } from 'vitest'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { sampleCustomer, sampleDraft, sampleInput } from '#lib/invoice/sample-input.ts'
import { askedCells } from './asked-cells.ts'
import { draftReader } from './draft-reading.ts'
import { EditorStore } from './editor-store.ts'

const profile: RequirementProfile = {
  fields: [
    { code: 'contractReference', level: 'required' },
    { code: 'projectReference', level: 'recommended' },
    { code: 'despatchReference', level: 'required', fixed: 'F-1' },
  ],
  anyOf: [{ codes: ['buyerContactName', 'buyerIdentifier'] }],
  attachments: [{ name: { sv: 'Tidrapport' }, when: { unitIn: ['HUR'] } }],
  limits: {},
}

function open() {
  const { company, accounts, today } = sampleInput()
  const surroundings = {
    company,
    accounts,
    customers: [sampleCustomer, { ...sampleCustomer, customerId: 'strict', profile }],
    today,
    proposals: { invoice: '1042', 'credit-note': 'K1' },
    creditable: [],
  }
  const draft = sampleDraft({ customerId: '' })
  const reader = draftReader(surroundings)
  const store = new EditorStore(draft, surroundings, reader(draft, []))
  store.takeReader(reader)
  return store
}

const missing = (store: EditorStore) => store.getSnapshot().stops.map(({ field }) => field)

test('the recipient’s demands come with the choice of it, and go with it', () => {
  const store = open()
  expect(store.getSnapshot().asked).toEqual([])
  store.setCustomer('strict')
  expect(store.getSnapshot().asked).toEqual([
    ...['contractReference', 'projectReference', 'despatchReference'],
    ...['buyerContactName', 'buyerIdentifier'],
  ])
  expect(store.getSnapshot().draft.despatchReference).toBe('F-1')
  expect(missing(store)).toEqual(['contractReference', 'buyerContactName', 'attachments'])
  expect(store.getSnapshot().remarks.map(({ field }) => field)).toEqual(['projectReference'])
  store.setCustomer('customer-1')
  expect(missing(store)).toEqual([])
  expect(store.getSnapshot().asked).toEqual([])
})

test('a key changes what is asked only when it decides it', () => {
  const store = open()
  store.setCustomer('strict')
  const before = store.getSnapshot()
  store.setField('note', 'Tack')
  const after = store.getSnapshot()
  expect([after.demands, after.asked, after.wanted]).toEqual([before.demands, before.asked, before.wanted])
  expect(after.demands).toBe(before.demands)
  expect(after.asked).toBe(before.asked)
  expect(after.wanted).toBe(before.wanted)
})

test('a file that comes or goes is judged at once', () => {
  const store = open()
  store.setCustomer('strict')
  store.change({ contractReference: 'A', buyerIdentifier: 'B' }, 'contractReference')
  expect(missing(store)).toEqual(['attachments'])
  const file = { fileName: 'vecka.pdf', size: 10, description: '' }
  store.setFiles([file])
  expect(missing(store)).toEqual([])
  expect(store.getSnapshot().wanted[0]?.file).toBe(file)
  store.setFiles([])
  expect(missing(store)).toEqual(['attachments'])
})

test('the cells asked of every line are told apart from the document’s fields, in order, as the same list', () => {
  const asked = ['note', 'lines.orderLineReference', 'lines.lineNote', 'lines.sellerItemId'] as const
  expect(askedCells(asked)).toEqual(['orderLineReference', 'sellerItemId'])
  expect(askedCells(asked)).toBe(askedCells(asked))
  const none = ['buyerReference'] as const
  expect(askedCells(none)).toEqual([])
})
