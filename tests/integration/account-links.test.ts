import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementVersion, readAgreement } from '#lib/adapters/agreement.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { ownPath } from '#lib/forms/account.ts'
import { acceptAgreement, createAccount, getActivation } from '#lib/services/account/activation.ts'
import { acceptNewAgreement, needsAgreement } from '#lib/services/account/agreement.ts'
import { confirmEmailChange, getEmailChange, requestEmailChange } from '#lib/services/account/change-email.ts'
import {
  getPasswordReset,
  requestPasswordReset,
  resetPassword,
} from '#lib/services/account/password-reset.ts'
import { registerCompany, renewActivation, resendActivation } from '#lib/services/account/register-company.ts'
import {
  listDevices,
  readSession,
  signIn,
  signOutDevices,
  startSession,
} from '#lib/services/account/sessions.ts'
import { changePassword } from '#lib/services/account/user-settings.ts'
import type { PublicContext, TenantContext } from '#lib/services/context.ts'
import { acceptInvitation, getInvitation, inviteOperator } from '#lib/services/operator/invitations.ts'
import { type LinkPurpose, linkToken } from '#lib/services/secrets.ts'
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

const password = 'en häst i skogen'
const newPassword = 'två hästar på ängen'
const company = { companyName: 'Provbolaget AB', orgNumber: '5599990008', contactName: 'Prov Person' }

/** A request from somebody, `seconds` from now. */
const anyone = (address = '127.0.0.1', seconds = 0): PublicContext => ({
  ...platform,
  address,
  locale: 'sv',
  clock: { now: () => new Date(Date.now() + seconds * 1000) },
})

/** A new company's user, signed in. */
async function newUser(email: string): Promise<TenantContext> {
  const { registrationId } = expectValue(await registerCompany(anyone(newId()), { ...company, email }))
  const token = linkToken(platform.linkSecret, 'activation', registrationId)
  const { version, hash, ...rest } = await readAgreement('sv')
  expectValue(await acceptAgreement(anyone(), { token, version, hash }, { version, hash, ...rest }))
  const { userId } = expectValue(await createAccount(anyone(), { token, password }))
  const session = await readSession(platform, await startSession(platform, userId))
  return {
    ...anyone(newId()),
    sessionId: session?.id ?? '',
    userId,
    userName: '',
    userEmail: email,
    tenantId: session?.companyId ?? '',
  }
}

/** The tokens that the letters to an address carry, in order. */
async function tokensTo(email: string, letter: string, purpose: LinkPurpose): Promise<string[]> {
  const rows = await owner`select coalesce(subject_id, registration_id) as id from mails
    where recipient = ${email} and letter = ${letter} order by created_at, id`
  return rows.map((row) => linkToken(platform.linkSecret, purpose, String(row.id)))
}

async function lettersTo(email: string): Promise<string[]> {
  const rows = await owner`select letter from mails where recipient = ${email} order by created_at, id`
  return rows.map((row) => String(row.letter))
}

async function jobCount(): Promise<number> {
  const [row] = await owner`select count(*)::int as jobs from pgboss.job where name = 'send-mail'`
  return Number(row?.jobs)
}

test.each([
  ['known', 'already-registered'],
  ['unknown', 'activation'],
])(
  'sending again waits 30 seconds, stops after three letters an hour, and answers a %s address the same (W10)',
  async (who, letter) => {
    const email = `again-${who}@prov.example`
    if (who === 'known') {
      await newUser(email)
      await owner`delete from registrations where email = ${email}`
      await owner`delete from mails where recipient = ${email}`
    }
    let { registrationId } = expectValue(await registerCompany(anyone('10.9.0.1'), { ...company, email }))
    expect(expectValue(await resendActivation(anyone('10.9.0.1', 10), registrationId))).toEqual({
      sent: false,
      seconds: 20,
    })
    for (const seconds of [31, 62, 93, 124]) {
      // Two presses at once are one letter.
      const answers = await Promise.all(
        [1, 2].map(() => resendActivation(anyone('10.9.0.1', seconds), registrationId)),
      )
      const sent = answers.map(expectValue).filter((answer) => answer.sent)
      expect(sent).toEqual([{ sent: true, email, registrationId: expect.any(String) }])
      registrationId = sent[0]?.registrationId ?? ''
    }
    expect(await lettersTo(email)).toEqual([letter, letter, letter])
  },
)

test('a link that has gone out is renewed with what was typed; a used one is not (K1)', async () => {
  const email = 'renew@prov.example'
  const { registrationId } = expectValue(await registerCompany(anyone('10.9.1.1'), { ...company, email }))
  const token = linkToken(platform.linkSecret, 'activation', registrationId)
  await owner`update registrations set created_at = now() - interval '73 hours', expires_at = now() - interval '1 hour' where id = ${registrationId}`
  expect(await getActivation(anyone(), token)).toMatchObject({ code: 'expired-link' })
  expect(expectValue(await renewActivation(anyone('10.9.1.1'), token))).toMatchObject({ sent: true, email })
  const [, renewed = ''] = await tokensTo(email, 'activation', 'activation')
  expect(expectValue(await getActivation(anyone(), renewed))).toMatchObject({
    companyName: company.companyName,
    agreementAccepted: false,
  })
  await owner`update registrations set used_at = now() where email = ${email}`
  expect(await renewActivation(anyone(), renewed)).toMatchObject({ code: 'used-link' })
  expect(await renewActivation(anyone(), 'made-up')).toMatchObject({ code: 'unknown-link' })
})

test('a forgotten password: one of two tries wins, every session ends, the old password is dead (K3, W11, W18)', async () => {
  const email = 'forgot@prov.example'
  const user = await newUser(email)
  const before = await startSession(platform, user.userId)
  for (let wrong = 0; wrong < 5; wrong += 1) await signIn(anyone('10.9.2.1'), { email, password: 'fel' })
  expectValue(await requestPasswordReset(anyone('10.9.2.1'), { email }))
  expectValue(await requestPasswordReset(anyone('10.9.2.1'), { email }))
  const [token = '', other = ''] = await tokensTo(email, 'password-reset', 'password-reset')
  for (let opened = 0; opened < 3; opened += 1)
    expect(await getPasswordReset(anyone(), token)).toMatchObject({ ok: true })
  expect(await readSession(platform, before)).not.toBeNull()
  const tries = await Promise.all(
    [newPassword, 'en tredje sorts häst'].map((text) => resetPassword(anyone(), { token, password: text })),
  )
  expect(tries.filter((result) => result.ok)).toHaveLength(1)
  expect(tries.filter((result) => !result.ok && result.code === 'used-link')).toHaveLength(1)
  const winner = tries.find((result) => result.ok)
  expect(await readSession(platform, winner?.ok ? winner.value.secret : '')).toMatchObject({
    userId: user.userId,
  })
  expect(await readSession(platform, before)).toBeNull()
  expect(await signIn(anyone('10.9.2.2'), { email, password })).toMatchObject({ code: 'wrong' })
  // The owner has shown the address is theirs: the guesses of somebody else no longer keep them out.
  const chosen = tries[0]?.ok ? newPassword : 'en tredje sorts häst'
  expect(await signIn(anyone('10.9.2.1'), { email, password: chosen })).toMatchObject({ ok: true })
  expect(await resetPassword(anyone(), { token: other, password: newPassword })).toMatchObject({
    code: 'used-link',
  })
  expect((await lettersTo(email)).filter((letter) => letter === 'password-changed')).toHaveLength(1)
  const audit = await owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${user.tenantId}, true)`
    return sql`select 1 from audit_log where action = 'user.password-reset' and user_id = ${user.userId}`
  })
  expect(audit).toHaveLength(1)
})

test('an unknown address is answered like a known one and is sent nothing; three letters an hour at most (W10)', async () => {
  const email = 'flood@prov.example'
  await newUser(email)
  const asked = (address: string) => requestPasswordReset(anyone('10.9.3.1'), { email: address })
  const known = await Promise.all(Array.from({ length: 6 }, () => asked(email)))
  const jobsBefore = await jobCount()
  const unknown = await Promise.all(Array.from({ length: 6 }, () => asked('nobody@prov.example')))
  const words = (answers: unknown[]) => new Set(answers.map((answer) => JSON.stringify(answer)))
  expect(words(known).size).toBe(1)
  expect([...words(unknown)].map((text) => text.replace('nobody@', 'flood@'))).toEqual([...words(known)])
  expect((await lettersTo(email)).filter((letter) => letter === 'password-reset')).toHaveLength(3)
  expect(await lettersTo('nobody@prov.example')).toEqual([])
  expect(await jobCount()).toBe(jobsBefore)
  const made = await owner`select email, count(*)::int as rows from account_links
    where email in (${email}, 'nobody@prov.example') group by email`
  expect(made.map((row) => row.rows)).toEqual([6, 6])
})

test('a reset link ends after an hour, and once its owner has another password', async () => {
  const email = 'late-reset@prov.example'
  const user = await newUser(email)
  expectValue(await requestPasswordReset(anyone('10.9.4.1'), { email }))
  const [token = ''] = await tokensTo(email, 'password-reset', 'password-reset')
  expect(await resetPassword(anyone('10.9.4.1', 3601), { token, password: newPassword })).toMatchObject({
    code: 'expired-link',
  })
  expect(await getPasswordReset(anyone(), token)).toMatchObject({ ok: true })
  expectValue(await changePassword(user, { currentPassword: password, password: newPassword }))
  expect(await resetPassword(anyone(), { token, password })).toMatchObject({ code: 'used-link' })
  expect(await lettersTo(email)).toContain('password-changed')
})

test('a new address needs the password and a link to it; the old one is told, and its reset links are void', async () => {
  const email = 'old@prov.example'
  const user = await newUser(email)
  const wanted = 'new@prov.example'
  expect(await requestEmailChange(user, { email: wanted, currentPassword: 'fel' })).toMatchObject({
    code: 'wrong-password',
  })
  expect(await requestEmailChange(user, { email, currentPassword: password })).toMatchObject({
    code: 'email-same',
  })
  expectValue(await requestEmailChange(user, { email: wanted, currentPassword: password }))
  expectValue(await requestPasswordReset(anyone('10.9.5.1'), { email }))
  const [reset = ''] = await tokensTo(email, 'password-reset', 'password-reset')
  const [token = ''] = await tokensTo(wanted, 'email-change', 'email-change')
  expect(await getEmailChange(anyone(), token)).toMatchObject({ ok: true })
  expect(await signIn(anyone('10.9.5.1'), { email: wanted, password })).toMatchObject({ code: 'wrong' })
  const tries = await Promise.all([1, 2].map(() => confirmEmailChange(anyone(), { token })))
  expect(tries.filter((result) => result.ok)).toHaveLength(1)
  expect(await signIn(anyone('10.9.5.2'), { email: wanted, password })).toMatchObject({ ok: true })
  expect(await signIn(anyone('10.9.5.2'), { email, password })).toMatchObject({ code: 'wrong' })
  expect((await lettersTo(email)).filter((letter) => letter === 'email-changed')).toHaveLength(1)
  expect(await resetPassword(anyone(), { token: reset, password: newPassword })).toMatchObject({
    code: 'used-link',
  })
})

test('an address that has an account, or gets one meanwhile, is refused to two at once, and nothing changes', async () => {
  const [first, second] = [await newUser('first@prov.example'), await newUser('second@prov.example')]
  const wanted = 'wanted@prov.example'
  for (const user of [first, second])
    expectValue(await requestEmailChange(user, { email: wanted, currentPassword: password }))
  const tokens = await tokensTo(wanted, 'email-change', 'email-change')
  const results = await Promise.all(tokens.map((token) => confirmEmailChange(anyone(), { token })))
  expect(results.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual(['email-taken', 'ok'])
  const users = await owner`select email from users where id in (${first.userId}, ${second.userId})`
  const loser = results[0]?.ok ? 'second@prov.example' : 'first@prov.example'
  expect(users.map((row) => row.email).sort()).toEqual([loser, wanted].sort())
  expect(await lettersTo(loser)).not.toContain('email-changed')
})

test('a user who has not accepted the version in force must, once, and the evidence is kept (K2)', async () => {
  const user = await newUser('agreed@prov.example')
  expect(await needsAgreement(platform, user)).toBe(false)
  const next = { version: '2099-01', locale: 'sv' as const, text: 'Ett nyare avtal', hash: 'f'.repeat(64) }
  expect(await needsAgreement(platform, user, next.version)).toBe(true)
  const shown = { version: agreementVersion, hash: next.hash }
  expect(await acceptNewAgreement(user, shown, next)).toMatchObject({ code: 'agreement-changed' })
  expect(await needsAgreement(platform, user, next.version)).toBe(true)
  expectValue(await acceptNewAgreement(user, { version: next.version, hash: next.hash }, next))
  expect(await needsAgreement(platform, user, next.version)).toBe(false)
  const evidence = await owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${user.tenantId}, true)`
    return sql`select version, text_hash, address from agreement_acceptances order by accepted_at`
  })
  expect(evidence).toMatchObject([
    { version: agreementVersion },
    { version: next.version, text_hash: next.hash, address: user.address },
  ])
})

test('an activation whose agreement has changed since shows it again before there is an account (K1)', async () => {
  const email = 'since@prov.example'
  const { registrationId } = expectValue(await registerCompany(anyone('10.9.6.1'), { ...company, email }))
  const token = linkToken(platform.linkSecret, 'activation', registrationId)
  await owner`update registrations set agreement_version = '2020-01' where id = ${registrationId}`
  expect(expectValue(await getActivation(anyone(), token))).toMatchObject({
    agreementAccepted: false,
    agreementChanged: true,
  })
  expect(await createAccount(anyone(), { token, password })).toMatchObject({ code: 'agreement-missing' })
})

test('an operator’s invitation works once, the newest only, and never touches an account (W18)', async () => {
  const email = 'ops@prov.example'
  const old = expectValue(await inviteOperator(platform, { email }))
  const { token } = expectValue(await inviteOperator(platform, { email }))
  const person = { name: 'Olle Operatör', password: newPassword }
  expect(await acceptInvitation(anyone(), { ...person, token: old.token })).toMatchObject({
    code: 'used-link',
  })
  expect(await getInvitation(anyone(), token)).toMatchObject({ ok: true })
  const tries = await Promise.all([1, 2, 3].map(() => acceptInvitation(anyone(), { ...person, token })))
  expect(tries.filter((result) => result.ok)).toHaveLength(1)
  const winner = tries.find((result) => result.ok)
  expect(await readSession(platform, winner?.ok ? winner.value.secret : '')).toMatchObject({
    kind: 'operator',
    companyId: null,
    email,
  })
  expect(await inviteOperator(platform, { email })).toMatchObject({ code: 'email-taken' })

  const meanwhile = expectValue(await inviteOperator(platform, { email: 'meanwhile@prov.example' }))
  await newUser('meanwhile@prov.example')
  const before = await owner`select * from users where email = 'meanwhile@prov.example'`
  expect(await acceptInvitation(anyone(), { ...person, token: meanwhile.token })).toMatchObject({
    code: 'email-taken',
  })
  expect(await owner`select * from users where email = 'meanwhile@prov.example'`).toEqual(before)
})

test('a link opens what it was made for and nothing else', async () => {
  const email = 'purpose@prov.example'
  await newUser(email)
  expectValue(await requestPasswordReset(anyone('10.9.7.1'), { email }))
  const [token = ''] = await tokensTo(email, 'password-reset', 'password-reset')
  expect(await getEmailChange(anyone(), token)).toMatchObject({ code: 'unknown-link' })
  expect(await getInvitation(anyone(), token)).toMatchObject({ code: 'unknown-link' })
  expect(await getActivation(anyone(), token)).toMatchObject({ code: 'unknown-link' })
})

test('a device is signed out by its own user only; all others at once, and this one stays (K3)', async () => {
  const [user, stranger] = [await newUser('devices@prov.example'), await newUser('stranger@prov.example')]
  const secrets = [await startSession(platform, user.userId), await startSession(platform, user.userId)]
  const devices = await listDevices(user)
  expect(devices).toHaveLength(3)
  expect(devices[0]).toMatchObject({ id: user.sessionId, isThis: true })
  const [one = '', two = ''] = secrets
  const session = await readSession(platform, one)
  await signOutDevices(stranger, { sessionId: session?.id })
  expect(await readSession(platform, one)).not.toBeNull()
  await signOutDevices(user, { sessionId: session?.id })
  expect(await readSession(platform, one)).toBeNull()
  expect(await readSession(platform, two)).not.toBeNull()
  await signOutDevices(user, {})
  expect(await readSession(platform, two)).toBeNull()
  expect(await listDevices(user)).toHaveLength(1)
})

test.each([
  ['/documents?q=1', '/documents?q=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
])('after signing in, %s leads to %s', (asked, path) => {
  expect(ownPath(asked)).toBe(path)
})
