import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'
import type { PublicContext, TenantContext } from '#lib/services/context.ts'
import { addCustomer, getCustomer, removeCustomer } from '#lib/services/customers/customers.ts'
import { remindRecipient } from '#lib/services/customers/link-requests.ts'
import { answerLink, readLink } from '#lib/services/recipients/answer-link.ts'
import { activateParty, claimByLink, readClaim, requestClaim } from '#lib/services/recipients/claim.ts'
import {
  approveRequests,
  listRequests,
  refuseRequest,
  reopenRequests,
  withdrawApproval,
} from '#lib/services/recipients/requests.ts'
import { linkToken } from '#lib/services/secrets.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let owner: postgres.Sql
let recipient: TenantContext
let stranger: TenantContext
let party: string
let supplier: TenantContext

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  recipient = await newCompany(platform, 'recipient', '2120009903')
  stranger = await newCompany(platform, 'recipient', '2399990015')
  await newParty(database.ownerUrl, { orgNumber: '2399990015', companyId: stranger.tenantId })
  party = await newParty(database.ownerUrl, {
    orgNumber: '2120009903',
    name: 'Provköpings kommun',
    approval: 'manual',
    contactEmail: 'leverantor@provkoping.example',
    companyId: recipient.tenantId,
  })
})

beforeEach(async () => {
  supplier = await newCompany(platform, 'supplier', '5599990008')
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const anyone = (): PublicContext => ({ ...platform, address: '127.0.0.1', locale: 'sv' })
const later = <Context extends PublicContext>(ctx: Context, days: number): Context => ({
  ...ctx,
  clock: { now: () => new Date(Date.now() + days * 86_400_000) },
})

/** Asks for approval; the customer, the request and the token in its letter. */
async function asked(ctx = supplier, partyId = party) {
  const input = { partyId, customerNumber: 'K-1', message: 'Vi levererar hyllor' }
  const { customerId, state } = expectValue(await addCustomer(ctx, input))
  expect(state).toBe('awaiting-approval')
  const requestId = await requestOf(ctx, customerId)
  const [letter] =
    await owner`select 1 from mails where letter = 'link-request' and subject_id = ${requestId}`
  const token = linkToken(platform.linkSecret, 'link-request', requestId)
  return { customerId, requestId, token, wasWritten: letter !== undefined }
}

async function requestOf(ctx: TenantContext, customerId: string): Promise<string> {
  const rows = await asOwner(
    ctx.tenantId,
    (sql) => sql`select id from link_requests where customer_id = ${customerId} order by created_at desc`,
  )
  return String(rows[0]?.id)
}

/** Row-level security holds for the owner too: what is looked at is looked at as the tenant. */
async function asOwner(tenantId: string, work: (sql: postgres.TransactionSql) => Promise<postgres.Row[]>) {
  return owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${tenantId}, true)`
    return work(sql)
  }) as Promise<postgres.Row[]>
}

const stateOf = async (customerId: string) => (await getCustomer(supplier, customerId))?.state
const letters = async (ctx: TenantContext) =>
  (await owner`select letter, params from mails where recipient = ${ctx.userEmail} order by created_at`).map(
    (row) => ({ letter: row.letter, params: row.params }),
  )
const audits = async (ctx: TenantContext, subjectId: string) =>
  (
    await asOwner(ctx.tenantId, (sql) => sql`select action from audit_log where subject_id = ${subjectId}`)
  ).map((row) => row.action)

describe('in the portal of the recipient', () => {
  test('an approval reaches the supplier: the customer, a letter, and the audit log of both', async () => {
    const { customerId, requestId, wasWritten } = await asked()
    expect(wasWritten).toBe(true)
    const { open } = await listRequests(recipient)
    expect(open.find((request) => request.id === requestId)).toMatchObject({
      supplierOrgNumber: '5599990008',
      customerNumber: 'K-1',
      message: 'Vi levererar hyllor',
    })
    expectValue(await approveRequests(recipient, { requestIds: [requestId] }))
    expect(await stateOf(customerId)).toBe('approved')
    expect(await letters(supplier)).toEqual([
      { letter: 'link-approved', params: { party: 'Provköpings kommun' } },
    ])
    expect(await audits(recipient, requestId)).toEqual(['link.approve'])
    expect(await audits(supplier, customerId)).toContain('link.approve')
  })

  test('the reason of a refusal reaches the supplier, on the customer and in the letter', async () => {
    const { customerId, requestId } = await asked()
    const reason = 'Vi har inget avtal med er "<b>'
    expectValue(await refuseRequest(recipient, { requestId, reason }))
    expect(await getCustomer(supplier, customerId)).toMatchObject({ state: 'refused', reason })
    expect(await letters(supplier)).toEqual([
      { letter: 'link-refused', params: { party: 'Provköpings kommun', reason } },
    ])
  })

  test('an approval can be undone for a minute, and taken back with a reason after that', async () => {
    const { customerId, requestId } = await asked()
    expectValue(await approveRequests(recipient, { requestIds: [requestId] }))
    expectValue(await reopenRequests(recipient, { requestIds: [requestId] }))
    expect(await stateOf(customerId)).toBe('awaiting-approval')
    expectValue(await approveRequests(recipient, { requestIds: [requestId] }))
    const nextDay = later(recipient, 1)
    expect(await reopenRequests(nextDay, { requestIds: [requestId] })).toMatchObject({
      code: 'undo-too-late',
    })
    expectValue(await withdrawApproval(nextDay, { requestId, reason: 'Avtalet är slut' }))
    expect(await getCustomer(supplier, customerId)).toMatchObject({
      state: 'withdrawn',
      reason: 'Avtalet är slut',
    })
  })

  test('another recipient neither sees a request nor answers it', async () => {
    const { customerId, requestId } = await asked()
    expect(await listRequests(stranger)).toEqual({ open: [], approved: [], turnedAway: [] })
    for (const answer of [
      approveRequests(stranger, { requestIds: [requestId] }),
      refuseRequest(stranger, { requestId, reason: 'Nej' }),
      withdrawApproval(stranger, { requestId, reason: 'Nej' }),
    ]) {
      expect(await answer).toMatchObject({ code: 'request-answered' })
    }
    expect(await stateOf(customerId)).toBe('awaiting-approval')
    const seen = await asOwner(stranger.tenantId, (sql) => sql`select id from link_requests`)
    expect(seen).toEqual([])
  })
})

describe('by the link in the mail', () => {
  test('opening it changes nothing; approving by it works once', async () => {
    const { customerId, token } = await asked()
    const before = await asOwner(supplier.tenantId, (sql) => sql`select * from link_requests`)
    for (let opened = 0; opened < 3; opened += 1) {
      expect(await readLink(anyone(), token)).toMatchObject({ value: { standing: 'open' } })
    }
    expect(await asOwner(supplier.tenantId, (sql) => sql`select * from link_requests`)).toEqual(before)
    expect(await stateOf(customerId)).toBe('awaiting-approval')

    expectValue(await answerLink(anyone(), { token, answer: 'approve' }))
    expect(await stateOf(customerId)).toBe('approved')
    expect(await readLink(anyone(), token)).toMatchObject({ value: { standing: 'approved' } })
    expect(await answerLink(anyone(), { token, answer: 'refuse', reason: 'Nej' })).toMatchObject({
      code: 'request-answered',
    })
    expect(await stateOf(customerId)).toBe('approved')
  })

  test('of ten answers at once, by link and in the portal, one wins and the others are told', async () => {
    const { customerId, requestId, token } = await asked()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        place % 2
          ? answerLink(anyone(), { token, answer: 'approve' })
          : refuseRequest(recipient, { requestId, reason: 'Nej' }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.code === 'request-answered')).toHaveLength(9)
    expect(await letters(supplier)).toHaveLength(1)
    const won = answers.findIndex((answer) => answer.ok)
    expect(await stateOf(customerId)).toBe(won % 2 ? 'approved' : 'refused')
  })

  test('a link that is old, made up or no longer asked for does nothing and says which', async () => {
    const { customerId, token } = await asked()
    const afterwards = later(anyone(), 3.01)
    expect(await readLink(afterwards, token)).toMatchObject({ value: { standing: 'expired' } })
    expect(await answerLink(afterwards, { token, answer: 'approve' })).toMatchObject({
      code: 'request-expired',
    })
    expect(await answerLink(anyone(), { token: 'made-up', answer: 'approve' })).toMatchObject({
      code: 'unknown-link',
    })
    expectValue(await removeCustomer(supplier, { customerId }))
    expect(await answerLink(anyone(), { token, answer: 'approve' })).toMatchObject({
      code: 'request-taken-back',
    })
    expect(await stateOf(customerId)).toBe('awaiting-approval')
  })
})

test('a reminder goes at most once in seven days, also when asked ten times at once, and renews the link', async () => {
  const { customerId, requestId, token } = await asked()
  const day2 = later(supplier, 2)
  const tries = await Promise.all(Array.from({ length: 10 }, () => remindRecipient(day2, { customerId })))
  expect(tries.filter((result) => result.ok)).toHaveLength(1)
  expect(tries.filter((result) => !result.ok && result.code === 'reminder-too-soon')).toHaveLength(9)
  expect(await readLink(later(anyone(), 4), token)).toMatchObject({ value: { standing: 'open' } })
  expect(await remindRecipient(later(supplier, 8), { customerId })).toMatchObject({
    code: 'reminder-too-soon',
  })
  expectValue(await remindRecipient(later(supplier, 9.01), { customerId }))
  const sent =
    await owner`select letter from mails where subject_id = ${requestId} and letter = 'link-reminder'`
  expect(sent).toHaveLength(2)
})

describe('a recipient organisation claims its party', () => {
  let unclaimed: string
  const orgNumber = '2021999905'

  test('the letter goes to the recorded address, at most three an hour, and the answer is always the same', async () => {
    unclaimed = await newParty(database.ownerUrl, {
      orgNumber,
      approval: 'manual',
      contactEmail: 'fakturor@provmyndigheten.example',
    })
    const answers = [await requestClaim(anyone(), { orgNumber: '5599991006' })]
    for (let time = 0; time < 5; time += 1) answers.push(await requestClaim(anyone(), { orgNumber }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const sent = await owner`select recipient from mails where letter = 'party-claim'`
    expect(sent.map((row) => row.recipient)).toEqual(Array(3).fill('fakturor@provmyndigheten.example'))
  })

  test('the link opens an inbox once, with the requests that waited; the second claim is told', async () => {
    const { requestId } = await asked(supplier, unclaimed)
    const [first, second] =
      await owner`select id from account_links where party_id = ${unclaimed} order by created_at`
    const token = linkToken(platform.linkSecret, 'party-claim', String(first?.id))
    const other = linkToken(platform.linkSecret, 'party-claim', String(second?.id))
    const { version, hash } = await getAgreement(anyone())
    const input = { token, version, hash, name: 'My Myndig', password: 'en häst i skogen' }

    expect(await readClaim(anyone(), token)).toMatchObject({ ok: true })
    expect(await claimByLink(anyone(), { ...input, hash: 'another text' })).toMatchObject({
      code: 'agreement-changed',
    })
    const claims = await Promise.all([
      claimByLink(anyone(), input),
      claimByLink(anyone(), input),
      claimByLink(anyone(), { ...input, token: other }),
    ])
    expect(claims.filter((claim) => claim.ok)).toHaveLength(1)
    expect(await readClaim(anyone(), other)).toMatchObject({ ok: false })

    const [row] = await owner`select p.company_id, u.id as user_id from parties p
      join users u on u.company_id = p.company_id where p.id = ${unclaimed}`
    const claimed = { ...recipient, tenantId: String(row?.company_id), userId: String(row?.user_id) }
    expect((await listRequests(claimed)).open.map((request) => request.id)).toEqual([requestId])
    expect(await activateParty(platform, { orgNumber, email: 'x@y.example' })).toMatchObject({
      code: 'unknown-party',
    })
  })

  test('an address that has an account is left alone', async () => {
    await newParty(database.ownerUrl, { orgNumber: '5599992004', contactEmail: supplier.userEmail })
    const { token } = expectValue(
      await activateParty(platform, { orgNumber: '5599992004', email: supplier.userEmail }),
    )
    const before = await owner`select * from users where id = ${supplier.userId}`
    const { version, hash } = await getAgreement(anyone())
    const input = { token, version, hash, name: 'Någon', password: 'en häst i skogen' }
    expect(await claimByLink(anyone(), input)).toMatchObject({ code: 'address-taken' })
    expect(await owner`select * from users where id = ${supplier.userId}`).toEqual(before)
  })
})
