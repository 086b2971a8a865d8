import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { customerCardForm, customerDefaultsForm, customerNumberForm } from '#lib/forms/customers.ts'
import type { TenantContext } from '#lib/services/context.ts'
import {
  addCustomer,
  changeCustomerNumber,
  getCustomer,
  listCustomers,
  removeCustomer,
  restoreCustomer,
  saveCustomerCard,
  saveCustomerDefaults,
} from '#lib/services/customers/customers.ts'
import { searchDirectory } from '#lib/services/customers/search-directory.ts'
import { startDraft } from '#lib/services/invoices/drafts.ts'
import { answerLink } from '#lib/services/recipients/answer-link.ts'
import { linkToken } from '#lib/services/secrets.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let owner: postgres.Sql
let supplier: TenantContext
let party: string
let manual: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  supplier = await newCompany(platform, 'supplier', '5599990008')
  party = await newParty(database.ownerUrl, {
    orgNumber: '5599991006',
    name: 'Granit & Gran Bygg AB',
    glns: ['7350000000009'],
    bankgiros: ['50501055'],
    ibans: ['SE4550000000058398257466'],
  })
  manual = await newParty(database.ownerUrl, {
    orgNumber: '2021999905',
    name: 'Provmyndigheten',
    approval: 'manual',
    contactEmail: 'leverantor@provmyndigheten.example',
  })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const all = { filter: 'all' as const, text: '', limit: 50 }
const names = async (query: Partial<Parameters<typeof listCustomers>[1]> = {}) =>
  (await listCustomers(supplier, { ...all, ...query })).customers.map((customer) => customer.name)
const letters = async () =>
  Number((await owner`select count(*) from mails where letter = 'link-request'`)[0]?.count)

test.each([
  ['words of the name, in any order, without its signs', 'bygg granit'],
  ['an organisation number', '5599991006'],
  ['one with a hyphen', '559999-1006'],
  ['one with its century', '16559999-1006'],
  ['a VAT number', 'se559999100601'],
  ['a GLN', '7350000000009'],
  ['a Peppol id', '0007:5599991006'],
  ['an IBAN with spaces', 'SE45 5000 0000 0583 9825 7466'],
  ['a bankgiro', '5050-1055'],
])('the directory is searched by %s', async (_kind, text) => {
  expect((await searchDirectory(supplier, text)).hits.map((hit) => hit.id)).toEqual([party])
})

test('what the directory knows of a party’s contact address reaches no page', async () => {
  const { hits } = await searchDirectory(supplier, 'Provmyndigheten')
  expect(hits).toHaveLength(1)
  expect(JSON.stringify(hits)).not.toContain('leverantor@')
})

test('a customer is added once, however often at once, and the recipient gets one letter', async () => {
  const input = { partyId: manual, customerNumber: '', message: '' }
  const added = await Promise.all(Array.from({ length: 10 }, () => addCustomer(supplier, input)))
  expect(new Set(added.map((result) => expectValue(result).customerId)).size).toBe(1)
  expect(await names({ filter: 'awaiting' })).toEqual(['Provmyndigheten'])
  expect(await letters()).toBe(1)
})

test('the register is searched and filtered', async () => {
  expectValue(await addCustomer(supplier, { partyId: party, customerNumber: '100%_A', message: '' }))
  expect(await names()).toEqual(['Granit & Gran Bygg AB', 'Provmyndigheten'])
  expect(await names({ filter: 'can-receive' })).toEqual(['Granit & Gran Bygg AB'])
  expect(await names({ filter: 'refused' })).toEqual([])
  for (const text of ['gran', '0%_a', '9999-10', '559999']) {
    expect(await names({ text }), text).toEqual(['Granit & Gran Bygg AB'])
  }
  expect(await names({ text: '%%' })).toEqual([])
})

test('a customer number is kept as text, whatever is in it, and without control characters', async () => {
  const [granit] = (await listCustomers(supplier, { ...all, text: 'gran' })).customers
  const hostile = `'"><b>&amp;\u0000\u0007 🧾`
  const input = customerNumberForm.parse({ customerId: granit?.id, customerNumber: `${hostile}\r\n1` })
  expectValue(await changeCustomerNumber(supplier, input))
  expect((await getCustomer(supplier, granit?.id ?? ''))?.customerNumber).toBe(`'"><b>&amp; 🧾 1`)
  const long = customerNumberForm.safeParse({ customerId: granit?.id, customerNumber: 'x'.repeat(31) })
  expect(long.error?.issues[0]?.message).toBe('too-long')
})

test('a customer taken out is gone from the register, and back after undo, with its request and no second letter', async () => {
  const [authority] = (await listCustomers(supplier, { ...all, filter: 'awaiting' })).customers
  const customerId = authority?.id ?? ''
  expectValue(await removeCustomer(supplier, { customerId }))
  expect(await names()).toEqual(['Granit & Gran Bygg AB'])
  expect((await searchDirectory(supplier, 'Provmyndigheten')).hits[0]?.customerId).toBeNull()
  expect((await getCustomer(supplier, customerId))?.removedAt).not.toBeNull()

  const [mail] = await owner`select subject_id from mails where letter = 'link-request'`
  const token = linkToken(platform.linkSecret, 'link-request', String(mail?.subject_id))
  const anyone = { ...platform, address: '127.0.0.1', locale: 'sv' as const }
  expect(await answerLink(anyone, { token, answer: 'approve' })).toMatchObject({ code: 'request-taken-back' })

  expectValue(await restoreCustomer(supplier, { customerId }))
  expect(await names({ filter: 'awaiting' })).toEqual(['Provmyndigheten'])
  expect(await letters()).toBe(1)
  expectValue(await removeCustomer(supplier, { customerId }))
  const again = await addCustomer(supplier, { partyId: manual, customerNumber: 'ny', message: '' })
  expect(expectValue(again)).toEqual({ customerId, state: 'awaiting-approval' })
  expect((await getCustomer(supplier, customerId))?.customerNumber).toBe('ny')
  expectValue(await answerLink(anyone, { token, answer: 'approve' }))
  expect((await getCustomer(supplier, customerId))?.state).toBe('approved')
})

test('nobody changes another company’s customer', async () => {
  const intruder = await newCompany(platform, 'supplier', '5599992004')
  const [customer] = (await listCustomers(supplier, all)).customers
  const customerId = customer?.id ?? ''
  const unknown = { ok: false, code: 'unknown-customer' }
  expect(await removeCustomer(intruder, { customerId })).toMatchObject(unknown)
  expect(await restoreCustomer(intruder, { customerId })).toMatchObject(unknown)
  expect(await changeCustomerNumber(intruder, { customerId, customerNumber: 'x' })).toMatchObject(unknown)
  expect(await names()).toContain(customer?.name)
})

test('a customer’s usual values begin the next invoice to it, its own identifier too; only its supplier has them', async () => {
  const other = await newParty(database.ownerUrl, { orgNumber: '5599992004', name: 'Vana Kunder AB' })
  const added = await addCustomer(supplier, { partyId: other, customerNumber: '', message: '' })
  const { customerId } = expectValue(added)
  const save = (typed: object) =>
    saveCustomerDefaults(supplier, customerDefaultsForm.parse({ customerId, ...typed }))
  const next = async () =>
    (await startDraft(supplier, { invoiceId: newId(), lineKey: newId(), customerId })).draft
  const card = async () => (await getCustomer(supplier, customerId))?.card

  expectValue(await save({ buyerReference: ' FM8440 ', projectReference: '' }))
  expect(await next()).toMatchObject({ customerId, buyerReference: 'FM8440', projectReference: '' })
  // *Nej tack* is kept: nobody is asked again.
  expect(await card()).toEqual({ buyerReference: 'FM8440', projectReference: '' })

  const typed = {
    customerId,
    vatNumber: '',
    buyerReference: '',
    contractReference: '',
    buyerIdentifier: 'Enhet 7',
  }
  expectValue(await saveCustomerCard(supplier, customerCardForm.parse(typed)))
  expect(await card()).toEqual({ buyerReference: '', projectReference: '', buyerIdentifier: 'Enhet 7' })
  expect(await next()).toMatchObject({ buyerReference: '', buyerIdentifier: 'Enhet 7' })

  const stranger = await newCompany(platform, 'supplier', '5599993002')
  const theirs = { customerId, defaults: { buyerReference: 'Annan' } }
  expect(await saveCustomerDefaults(stranger, theirs)).toMatchObject({ ok: false, code: 'unknown-customer' })
})
