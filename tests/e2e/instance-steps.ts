import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { connect, type Database } from '#db/client.ts'
import { openJobQueue } from '#db/jobs.ts'
import {
  insertAgreementAcceptance,
  insertCompany,
  insertNumberSeries,
  insertPaymentAccount,
} from '#db/queries/companies.ts'
import { insertParties, type NewParty } from '#db/queries/directory-import.ts'
import { insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { readAgreement } from '#lib/adapters/agreement.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { readMailbox, type StoredLetter } from '#lib/adapters/mail/mailbox.ts'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { foldName } from '#lib/core/fold.ts'
import { newId } from '#lib/core/ids.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import { startSession } from '#lib/services/account/sessions.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { test as base } from './fixtures.ts'

/** The started instance from its inside: for setting up what is not a test's subject, and for letting time pass. */
export type Instance = {
  platform: Platform
  /** Row-level security holds for it too; it may write the directory. */
  owner: Database
  dataDir: string
  passwordHash: string
}

/** The password of every user that is set up here. */
export const password = 'kvistar i skogen 7'

/** Playwright's test with the instance; it is opened once in a worker. */
export const test = base.extend<object, { instance: Instance }>({
  instance: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from the pattern.
    async ({}, use) => {
      const dataDir = process.env.TALONG_DATA_DIR
      if (!dataDir) throw new Error('TALONG_DATA_DIR must name the folder of the started instance')
      const server = openPostgres(dataDir)
      const app = connect(server.appUrl(), { max: 2, name: 'browser-test' })
      const owner = connect(server.ownerUrl(), { max: 1, name: 'browser-test-owner' })
      const jobs = await openJobQueue(app.db, (error) => {
        throw error
      })
      const silent = () => undefined
      const platform: Platform = {
        db: app.db,
        jobs,
        clock: systemClock,
        log: { info: silent, warn: silent, error: silent },
        store: openFolderStore(join(dataDir, 'attachments')),
        accessPoint: null,
        linkSecret: readFileSync(join(dataDir, 'auth-secret'), 'utf8').trim(),
      }
      await use({ platform, owner: owner.db, dataDir, passwordHash: await hashPassword(password) })
      await jobs.stop()
      await app.close()
      await owner.close()
    },
    { scope: 'worker' },
  ],
})

/** Ten digits that nobody else in this run has: a made-up company's, or with `29` those of a party in the directory. */
export function newOrgNumber(series: '55' | '29' = '55'): string {
  const base = `${series === '55' ? '5599' : '2299'}${String(Math.floor(Math.random() * 100_000)).padStart(5, '0')}`
  return `${base}${luhnDigit(base)}`
}

type CompanyChoices = {
  kind?: 'supplier' | 'recipient'
  /** False: the version in force waits to be accepted. */
  hasAccepted?: boolean
  orgNumber?: string
  name?: string
  companyForm?: 'limited' | 'sole-trader'
}

/** A company complete enough to send, with one user whose password is `password`. */
export async function newCompany(
  { platform, passwordHash }: Instance,
  choices: CompanyChoices = {},
): Promise<TenantContext & { companyName: string; orgNumber: string }> {
  const { kind = 'supplier', hasAccepted = true, companyForm = 'limited' } = choices
  const orgNumber = choices.orgNumber ?? newOrgNumber()
  const companyName = choices.name ?? `Kvistens Snickeri ${orgNumber} AB`
  const [tenantId, userId] = [newId(), newId()]
  const email = `lo-${userId}@kvisten.example`
  await withTenant(platform.db, tenantId, async (tx) => {
    await insertCompany(tx, {
      id: tenantId,
      kind,
      companyForm: kind === 'supplier' ? companyForm : 'public',
      name: companyName,
      orgNumber,
      vatNumber: `SE${orgNumber}01`,
      fTaxApproved: kind === 'supplier',
      seat: 'Umeå',
      street: 'Hyvelgatan 3',
      postalCode: '90326',
      city: 'Umeå',
      contactName: 'Lo Kvist',
      email,
    })
    await insertNumberSeries(tx, tenantId)
    if (kind === 'supplier') {
      const account = { kind: 'bankgiro', number: '50501055', isDefault: true } as const
      await insertPaymentAccount(tx, tenantId, { id: newId(), ...account })
    }
    const user = { id: userId, kind, companyId: tenantId, locale: 'sv' as const, passwordHash }
    await insertUser(tx, { ...user, email, name: 'Lo Kvist' })
    if (!hasAccepted) return
    const { version, locale, hash } = await readAgreement('sv')
    const evidence = { version, locale, textHash: hash, acceptedAt: new Date(), address: '127.0.0.1' }
    await insertAgreementAcceptance(tx, { tenantId, id: newId(), userId, ...evidence })
  })
  const session = { sessionId: newId(), userId, userName: 'Lo Kvist', userEmail: email }
  return { ...platform, ...session, tenantId, address: '127.0.0.1', locale: 'sv', companyName, orgNumber }
}

/** A party in the directory that approves its suppliers itself, unless told; nobody has claimed it, unless told. */
export async function newParty(
  { owner }: Instance,
  choices: Partial<NewParty> = {},
): Promise<{ id: string; name: string; orgNumber: string; contactEmail: string }> {
  const orgNumber = choices.orgNumber ?? newOrgNumber('29')
  const name = choices.name ?? `Hittepå nämnd ${orgNumber}`
  const id = newId()
  const contactEmail = `brev-${id}@hittepa.example`
  const numbers = { orgNumber, vatNumber: `SE${orgNumber}01`, peppolIds: [], glns: [] }
  const place = { street: 'Torget 1', postalCode: '111 20', city: 'Provköping', country: 'SE' }
  const party: NewParty = {
    id,
    name,
    nameFolded: foldName(name),
    ...numbers,
    ...place,
    channels: ['inbox'],
    approval: 'manual',
    canReceive: true,
    contactEmail,
    ...choices,
  }
  await insertParties(owner, [party])
  return { id, name, orgNumber, contactEmail }
}

/** Signs the browser in as a user, without the sign-in page. */
export async function openAs(page: Page, instance: Instance, user: { userId: string }): Promise<void> {
  const sub = await startSession(instance.platform, user.userId)
  const value = await encode({ token: { sub }, secret: instance.platform.linkSecret })
  const url = process.env.TALONG_URL ?? 'http://localhost:3000'
  await page.context().addCookies([{ name: 'talong-session', value, url, httpOnly: true, sameSite: 'Lax' }])
}

/** Waits for the newest letter to an address whose subject holds `subject`. */
export async function letterTo(instance: Instance, address: string, subject: string): Promise<StoredLetter> {
  const find = async () => {
    const letters = await readMailbox(instance.dataDir, 200)
    return letters.find((letter) => letter.to === address && letter.subject.includes(subject))
  }
  await expect.poll(find, { timeout: 20_000, message: `${subject} to ${address}` }).toBeDefined()
  const letter = await find()
  if (!letter) throw new Error('the letter is gone')
  return letter
}

/** How many letters have come to an address. */
export async function countLetters(instance: Instance, address: string): Promise<number> {
  return (await readMailbox(instance.dataDir, 500)).filter((letter) => letter.to === address).length
}

/** The path of the link in a letter. */
export function linkIn(letter: StoredLetter): string {
  const address = letter.text.match(/https?:\/\/\S+/)?.[0]
  if (!address) throw new Error(`no link in: ${letter.text}`)
  return new URL(address).pathname
}
