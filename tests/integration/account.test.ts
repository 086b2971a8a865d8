import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readAgreement } from '#lib/adapters/agreement.ts'
import { expectValue } from '#lib/core/result.ts'
import { acceptAgreement, createAccount, getActivation } from '#lib/services/account/activation.ts'
import { registerCompany } from '#lib/services/account/register-company.ts'
import { readSession, signIn, signOut, startSession } from '#lib/services/account/sessions.ts'
import { changePassword } from '#lib/services/account/user-settings.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { prune } from '#lib/services/operator/prune.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { openPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let owner: postgres.Sql

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const anyone = (address = '127.0.0.1'): PublicContext => ({ ...platform, address, locale: 'sv' })
const password = 'en häst i skogen'

/** Registers and gives the token that the mail would carry. */
async function registered(email: string): Promise<string> {
  await registerCompany(anyone(), {
    companyName: 'Provbolaget AB',
    orgNumber: '5599990008',
    contactName: 'Prov Person',
    email,
  })
  const [row] =
    await owner`select id from registrations where email = ${email} order by created_at desc limit 1`
  return linkToken(platform.linkSecret, 'activation', String(row?.id))
}

async function accepted(email: string): Promise<string> {
  const token = await registered(email)
  const agreement = await readAgreement('sv')
  expectValue(
    await acceptAgreement(anyone(), { token, version: agreement.version, hash: agreement.hash }, agreement),
  )
  return token
}

test('reading a link changes nothing, and of ten tries to use it at once one wins (W18)', async () => {
  const token = await accepted('ten@prov.example')
  for (let opened = 0; opened < 3; opened += 1)
    expect(await getActivation(anyone(), token)).toMatchObject({ ok: true })
  const tries = await Promise.all(
    Array.from({ length: 10 }, () => createAccount(anyone(), { token, password })),
  )
  expect(tries.filter((result) => result.ok)).toHaveLength(1)
  expect(tries.filter((result) => !result.ok && result.code === 'used-link')).toHaveLength(9)
  const [count] = await owner`select count(*)::int as users from users where email = 'ten@prov.example'`
  expect(count?.users).toBe(1)
})

test('no account comes of a link whose agreement was not accepted, has expired, or is made up', async () => {
  const unread = await registered('unread@prov.example')
  expect(await createAccount(anyone(), { token: unread, password })).toMatchObject({
    code: 'agreement-missing',
  })
  const late = await accepted('late@prov.example')
  await owner`update registrations set expires_at = now() - interval '1 second' where email = 'late@prov.example'`
  expect(await createAccount(anyone(), { token: late, password })).toMatchObject({ code: 'expired-link' })
  expect(await createAccount(anyone(), { token: 'made-up', password })).toMatchObject({
    code: 'unknown-link',
  })
})

test('another text than the one in force is not accepted', async () => {
  const token = await registered('changed@prov.example')
  const agreement = await readAgreement('sv')
  const old = { token, version: agreement.version, hash: sha256('an older text') }
  expect(await acceptAgreement(anyone(), old, agreement)).toMatchObject({ code: 'agreement-changed' })
})

test('the link’s token is nowhere in the database', async () => {
  const token = await registered('hidden@prov.example')
  const rows = await owner`select row_to_json(r)::text as text from registrations r
    union all select row_to_json(m)::text from mails m union all select data::text from pgboss.job`
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.filter((row) => String(row.text).includes(token))).toEqual([])
})

test('registering a known address answers the same, and touches no account (W10)', async () => {
  const token = await accepted('known@prov.example')
  expectValue(await createAccount(anyone(), { token, password }))
  const before = await owner`select * from users where email = 'known@prov.example'`
  const answer = await registerCompany(anyone(), {
    companyName: 'Annat AB',
    orgNumber: '5599991006',
    contactName: 'Någon Annan',
    email: 'known@prov.example',
  })
  expect(expectValue(answer)).toEqual({ email: 'known@prov.example', registrationId: expect.any(String) })
  expect(await owner`select * from users where email = 'known@prov.example'`).toEqual(before)
  const letters =
    await owner`select letter from mails where recipient = 'known@prov.example' order by created_at`
  expect(letters.map((row) => row.letter)).toEqual(['activation', 'already-registered'])
})

test('after five wrong passwords from one address even the right one is refused there, and taken elsewhere (W9)', async () => {
  const token = await accepted('guess@prov.example')
  expectValue(await createAccount(anyone(), { token, password }))
  const attempt = (address: string, text: string) =>
    signIn(anyone(address), { email: 'guess@prov.example', password: text })
  const codes = []
  for (let tries = 0; tries < 7; tries += 1) {
    const result = await attempt('10.0.0.1', 'fel lösenord')
    codes.push(result.ok ? 'ok' : result.code)
  }
  expect(codes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too-many', 'too-many'])
  expect(await attempt('10.0.0.1', password)).toMatchObject({ code: 'too-many' })
  expect(await attempt('10.0.0.2', password)).toMatchObject({ ok: true })
})

test('of a hundred guesses at once from a hundred addresses at most twenty are evaluated (W9)', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      signIn(anyone(`10.1.0.${at}`), { email: 'nobody@prov.example', password: 'fel lösenord' }),
    ),
  )
  expect(guesses.filter((result) => !result.ok && result.code === 'wrong')).toHaveLength(20)
  expect(guesses.filter((result) => !result.ok && result.code === 'too-many')).toHaveLength(80)
})

test('a session is dead on the next read after sign-out, and others after a changed password (W11)', async () => {
  const token = await accepted('session@prov.example')
  const { userId } = expectValue(await createAccount(anyone(), { token, password }))
  const [first, second] = [await startSession(platform, userId), await startSession(platform, userId)]
  const session = await readSession(platform, first)
  expect(session).toMatchObject({ userId, kind: 'supplier' })
  const ctx = {
    ...anyone(),
    sessionId: session?.id ?? '',
    userId,
    userName: '',
    userEmail: '',
    tenantId: session?.companyId ?? '',
  }
  expect(
    await changePassword(ctx, { currentPassword: 'fel', password: 'ett helt nytt lösen' }),
  ).toMatchObject({ code: 'wrong-password' })
  expectValue(await changePassword(ctx, { currentPassword: password, password: 'ett helt nytt lösen' }))
  expect(await readSession(platform, second)).toBeNull()
  expect(await readSession(platform, first)).not.toBeNull()
  await signOut(platform, session?.id ?? '')
  expect(await readSession(platform, first)).toBeNull()
})

test('a session that was idle for eight hours is over', async () => {
  const token = await accepted('idle@prov.example')
  const { userId } = expectValue(await createAccount(anyone(), { token, password }))
  const secret = await startSession(platform, userId)
  const later = (hours: number) => ({
    ...platform,
    clock: { now: () => new Date(Date.now() + hours * 3_600_000) },
  })
  expect(await readSession(later(9), secret)).toBeNull()
  expect(await readSession(later(7), secret)).not.toBeNull()
})

test('nobody gets more than three letters an hour through us, and the answer never tells (W10)', async () => {
  const answers = []
  for (let times = 0; times < 6; times += 1) {
    answers.push(
      await registerCompany(anyone('10.2.0.1'), {
        companyName: 'Ihärdiga AB',
        orgNumber: '5599990008',
        contactName: 'Någon',
        email: 'flooded@prov.example',
      }),
    )
  }
  expect(new Set(answers.map((answer) => expectValue(answer).email)).size).toBe(1)
  const letters = await owner`select 1 from mails where recipient = 'flooded@prov.example'`
  expect(letters).toHaveLength(3)
})

test('a password being changed while the old one is verified opens no session for the old one (W11)', async () => {
  const token = await accepted('race@prov.example')
  const { userId } = expectValue(await createAccount(anyone(), { token, password }))
  const newHash = await hashPassword('något helt annat')
  const attempt = await owner.begin(async (sql) => {
    // Another request is changing the password; the sign-in verifies the old one and then waits for the row.
    await sql`select 1 from users where id = ${userId} for update`
    const signingIn = signIn(anyone('10.3.0.1'), { email: 'race@prov.example', password })
    await vi.waitFor(
      async () => expect(await sql`select 1 from pg_locks where not granted`).toHaveLength(1),
      {
        timeout: 10_000,
        interval: 20,
      },
    )
    await sql`update users set password_hash = ${newHash} where id = ${userId}`
    return { signingIn }
  })
  expect(await attempt.signingIn).toMatchObject({ ok: false, code: 'wrong' })
  expect(await owner`select 1 from sessions where user_id = ${userId}`).toHaveLength(0)
})

test('the current password cannot be guessed without limit by whoever holds a session (W9)', async () => {
  const token = await accepted('held@prov.example')
  const { userId } = expectValue(await createAccount(anyone(), { token, password }))
  const session = await readSession(platform, await startSession(platform, userId))
  const ctx = {
    ...anyone('10.4.0.1'),
    sessionId: session?.id ?? '',
    userId,
    userName: '',
    userEmail: 'held@prov.example',
    tenantId: session?.companyId ?? '',
  }
  const codes = []
  for (let tries = 0; tries < 7; tries += 1) {
    const result = await changePassword(ctx, {
      currentPassword: 'fel gissning',
      password: 'ett helt nytt lösen',
    })
    codes.push(result.ok ? 'ok' : result.code)
  }
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(5)
  expect(codes.filter((code) => code === 'too-many')).toHaveLength(2)
})

test('what only holds personal data goes after its time, and nothing else does', async () => {
  const token = await accepted('kept@prov.example')
  const { userId } = expectValue(await createAccount(anyone(), { token, password }))
  const secret = await startSession(platform, userId)
  await registered('never@prov.example')
  await signIn(anyone(), { email: 'kept@prov.example', password: 'fel lösenord' })
  await prune(platform)
  expect(await readSession(platform, secret)).not.toBeNull()
  expect(await owner`select 1 from registrations where email = 'never@prov.example'`).toHaveLength(1)
  const inTwoMonths = new Date(Date.now() + 61 * 86_400_000)
  await prune({ ...platform, clock: { now: () => inTwoMonths } })
  for (const table of ['registrations', 'mails', 'sessions', 'sign_in_failures']) {
    expect(await owner`select 1 from ${owner(table)}`, table).toHaveLength(0)
  }
  expect(await owner`select 1 from users where id = ${userId}`).toHaveLength(1)
})
