import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { insertProfile, listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { profiles } from '#db/seed/requirement-profiles.ts'
import { isoDateOf } from '#lib/core/dates.ts'
import { expectValue } from '#lib/core/result.ts'
import { requirementProfileForm } from '#lib/forms/requirement-profile.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { removeAttachment } from '#lib/services/attachments/change-attachment.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { getDirectoryParty, searchDirectory } from '#lib/services/customers/search-directory.ts'
import { startDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { listReady } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { pdfOf } from '#tests/setup/files.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let supplier: TenantContext
let owner: ReturnType<typeof connect>

const demands: RequirementProfile = {
  fields: [{ code: 'buyerReference', level: 'required', masks: ['FM####'], example: 'FM8440' }],
  anyOf: [],
  attachments: [{ name: { sv: 'Underlag' }, types: ['application/pdf'], when: { amountFrom: '2000.00' } }],
  limits: {},
}

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  supplier = await newCompany(platform, 'supplier', '5599990008')
  owner = connect(database.ownerUrl, { max: 1, name: 'test-demands-owner' })
})

afterAll(async () => {
  await owner.close()
  await platform.close()
  await database.drop()
})

let counter = 0

/** A customer with an inbox, whose party demands what is given. */
async function customerWith(profile: RequirementProfile | null) {
  counter += 1
  const companyId = (await newCompany(platform, 'recipient', '2120009903')).tenantId
  const partyId = await newParty(database.ownerUrl, {
    orgNumber: '2120009903',
    name: `Kravnämnden ${counter}`,
    companyId,
  })
  if (profile) await demand(partyId, profile)
  const added = await addCustomer(supplier, { partyId, customerNumber: '', message: '' })
  return { partyId, customerId: expectValue(added).customerId }
}

async function demand(partyId: string, profile: RequirementProfile, version = 1, validFrom = '2020-01-01') {
  await insertProfile(owner.db, { partyId, version, validFrom, origin: 'recipient', profile })
}

const withFile = (invoiceId: string) =>
  addAttachment(supplier, { invoiceId, fileName: 'underlag.pdf', bytes: pdfOf() }).then(expectValue)

async function problemOfReady(invoiceId: string) {
  const found = (await listReady(supplier)).find((row) => row.id === invoiceId) ?? expect.unreachable()
  return found.problem && [found.problem.code, ...(found.problem.faults ?? []).map((fault) => fault.code)]
}

test('K11 what is wrong or missing stops at Gå vidare on the server, and takes no number', async () => {
  const { customerId } = await customerWith(demands)
  const draft = await savedDraft(supplier, customerId, { buyerReference: 'FM84' })
  const refused = await prepareInvoice(supplier, draft)
  expect(refused).toMatchObject({ ok: false, code: 'incomplete' })
  const said = refused.ok ? [] : (refused.details ?? [])
  expect(said.map(({ ruleId, field }) => `${ruleId} ${field}`)).toEqual([
    'PROF-02 buyerReference',
    'PROF-03 attachments',
  ])
  const right = await savedDraft(supplier, customerId)
  await withFile(right.invoiceId)
  const first = expectValue(await prepareInvoice(supplier, right))
  const free = await savedDraft(supplier, (await customerWith(null)).customerId, { buyerReference: 'FM84' })
  expect(Number(expectValue(await prepareInvoice(supplier, free)).number)).toBe(Number(first.number) + 1)
})

test('K26 what the recipient demands meanwhile keeps a ready invoice from going, until it is put right', async () => {
  const { partyId, customerId } = await customerWith({ ...demands, attachments: [] })
  const draft = await savedDraft(supplier, customerId)
  expectValue(await prepareInvoice(supplier, draft))
  expect(await problemOfReady(draft.invoiceId)).toBeNull()

  await demand(partyId, demands, 2)
  expect(await problemOfReady(draft.invoiceId)).toEqual(['demands-unmet', 'demand-file-missing'])
  const [refused] = await sendInvoices(supplier, [draft.invoiceId])
  expect(refused?.problem).toBe('demands-unmet')

  const { id } = await withFile(draft.invoiceId)
  expect(await problemOfReady(draft.invoiceId)).toBeNull()
  await removeAttachment(supplier, id)
  expect((await sendInvoices(supplier, [draft.invoiceId]))[0]?.problem).toBe('demands-unmet')
  await withFile(draft.invoiceId)
  expect((await sendInvoices(supplier, [draft.invoiceId]))[0]?.problem).toBeNull()
})

test('in force is the newest version whose day has come, for the form as for the directory', async () => {
  const { partyId, customerId } = await customerWith(null)
  const read = async () => {
    const data = await startDraft(supplier, { invoiceId: partyId, lineKey: 'a', customerId })
    return data.customers.find((each) => each.customerId === customerId)?.profile
  }
  expect(await read()).toBeUndefined()
  await demand(partyId, demands, 1)
  const later = { ...demands, note: { sv: 'Först nästa år.' } }
  await demand(partyId, later, 2, '2099-01-01')
  expect(await read()).toEqual(demands)
  expect((await getDirectoryParty(supplier, partyId))?.profile).toEqual(demands)
  const { hits } = await searchDirectory(supplier, 'Kravnämnden')
  expect(hits.find(({ id }) => id === partyId)?.profile).toEqual(demands)
  const then = await listProfilesInForce(platform.db, [partyId], isoDateOf('2099-01-01'))
  expect(then.get(partyId)).toEqual(later)
  expect(await listProfilesInForce(platform.db, [partyId], isoDateOf('2019-12-31'))).toEqual(new Map())
})

test('every company reads what is demanded, and the application changes none of it', async () => {
  const { partyId } = await customerWith(demands)
  const app = postgres(database.appUrl, { max: 1 })
  expect(await app`select version from requirement_profiles where party_id = ${partyId}`).toHaveLength(1)
  const change = { code: '42501' }
  const profile = app.json({})
  await expect(
    app`insert into requirement_profiles (party_id, version, valid_from, origin, profile)
      values (${partyId}, 2, '2020-01-01', 'recipient', ${profile})`,
  ).rejects.toMatchObject(change)
  await expect(app`update requirement_profiles set profile = ${profile}`).rejects.toMatchObject(change)
  await expect(app`delete from requirement_profiles`).rejects.toMatchObject(change)
  await app.end()
})

test('what the demo’s recipients demand could have been saved', () => {
  expect(Object.keys(profiles).sort()).toEqual(['2021999905', '2399990015', '5599991006'])
  for (const profile of Object.values(profiles))
    expect(requirementProfileForm.parse(profile)).toEqual(profile)
})
