import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getNumberSeries, updateNumberSeries } from '#db/queries/companies.ts'
import { insertUser, updatePassword } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { addAccount, changeAccount, listAccounts, removeAccount } from '#lib/services/company/accounts.ts'
import { getCompany, saveCompany } from '#lib/services/company/company.ts'
import { getInvoicing, type InvoicingInput, saveInvoicing } from '#lib/services/company/invoicing.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

const currentPassword = 'en häst i skogen'
const plusgiro = {
  kind: 'plusgiro' as const,
  number: '4002028',
  bic: '',
  ocrMode: 'length-digit' as const,
  isDefault: false,
}

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let owner: postgres.Sql
let passwordHash: string
let ctx: TenantContext
let colleague: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  passwordHash = await hashPassword(currentPassword)
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

/** A company with bankgiro 5050-1055, its user and an English-speaking colleague. */
beforeEach(async () => {
  ctx = await newCompany(platform, 'supplier', '5599990008')
  await updatePassword(platform.db, ctx.userId, passwordHash)
  const userId = newId()
  colleague = `${userId}@provbolaget.example`
  await insertUser(platform.db, {
    id: userId,
    kind: 'supplier',
    companyId: ctx.tenantId,
    email: colleague,
    name: 'Prov Kollega',
    locale: 'en',
    passwordHash: 'none',
  })
})

/** Beside the application, but as the tenant: row-level security holds for the owner of the tables too. */
function asTenant<Rows>(work: (sql: postgres.TransactionSql) => Promise<Rows>) {
  return owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${ctx.tenantId}, true)`
    return work(sql)
  })
}

const audited = () =>
  asTenant((sql) => sql`select action, details from audit_log where tenant_id = ${ctx.tenantId} order by id`)
const letters = () =>
  owner`select letter, recipient, locale, params from mails
    where recipient in (${ctx.userEmail}, ${colleague}) order by locale desc, created_at`
const numbers = async () => (await listAccounts(ctx)).map(({ number }) => number)
const onlyAccount = async () => (await listAccounts(ctx))[0] ?? expect.unreachable()

describe('accounts', () => {
  test('one that is added is stored, audited with four digits, and told to every user', async () => {
    expectValue(await addAccount(ctx, { ...plusgiro, currentPassword }))
    expect(await listAccounts(ctx)).toMatchObject([
      { kind: 'bankgiro', isDefault: true },
      { kind: 'plusgiro', number: '4002028', ocrMode: 'length-digit', isDefault: false },
    ])
    const rows = await audited()
    expect(rows).toMatchObject([
      { action: 'company.account-added', details: { kind: 'plusgiro', ending: '2028' } },
    ])
    expect(JSON.stringify(rows)).not.toContain('4002028')
    const params = { company: 'Provbolaget 5599990008 AB', who: 'Prov Person' }
    expect(await letters()).toMatchObject([
      { letter: 'payment-changed', recipient: ctx.userEmail, locale: 'sv', params },
      { letter: 'payment-changed', recipient: colleague, locale: 'en', params },
    ])
  })

  test('a wrong password changes nothing, and after five tries the right one is not looked at', async () => {
    const account = await onlyAccount()
    const wrong = { currentPassword: 'en annan häst' }
    const tries = [
      await addAccount(ctx, { ...plusgiro, ...wrong }),
      await changeAccount(ctx, { ...account, number: '9912346', accountId: account.id, ...wrong }),
      await removeAccount(ctx, { accountId: account.id, ...wrong }),
      await removeAccount(ctx, { accountId: account.id, ...wrong }),
      await removeAccount(ctx, { accountId: account.id, ...wrong }),
    ]
    expect(tries.map((result) => !result.ok && result.code)).toEqual(Array(5).fill('wrong-password'))
    expect(await addAccount(ctx, { ...plusgiro, currentPassword })).toMatchObject({ code: 'too-many' })
    expect(await listAccounts(ctx)).toEqual([account])
    expect([await audited(), await letters()].flat()).toEqual([])
  })

  test('a number is there once, added or changed to, even when two are added at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 4 }, () => addAccount(ctx, { ...plusgiro, currentPassword })),
    )
    expect(added.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual([
      'account-taken',
      'account-taken',
      'account-taken',
      'ok',
    ])
    const other = { ...plusgiro, number: '123455', currentPassword }
    expectValue(await addAccount(ctx, other))
    const [, , third] = await listAccounts(ctx)
    const same = { ...plusgiro, accountId: third?.id ?? '', currentPassword }
    expect(await changeAccount(ctx, same)).toMatchObject({ code: 'account-taken' })
    expect(await numbers()).toEqual(['50501055', '4002028', '123455'])
  })

  test('a changed one keeps its id and kind, and the log says which number it was', async () => {
    const account = await onlyAccount()
    const change = {
      ...plusgiro,
      kind: 'bankgiro' as const,
      number: '9912346',
      ocrMode: 'fixed:8' as const,
      accountId: account.id,
      currentPassword,
    }
    expectValue(await changeAccount(ctx, change))
    expect(await listAccounts(ctx)).toEqual([
      { ...account, number: '9912346', ocrMode: 'fixed:8', isDefault: true },
    ])
    expect(await audited()).toMatchObject([
      { action: 'company.account-changed', details: { ending: '2346', endingBefore: '1055' } },
    ])
    expect(await letters()).toHaveLength(2)
    expectValue(await changeAccount(ctx, change))
    expect([await audited(), await letters()].map((rows) => rows.length)).toEqual([1, 2])
    const asOther = await changeAccount(ctx, { ...change, kind: 'plusgiro' })
    expect(asOther).toMatchObject({ code: 'unknown-account' })
  })

  test('one is the default: a new one takes over, a removed one leaves it to the oldest, the last may go', async () => {
    const bankgiro = await onlyAccount()
    expectValue(await addAccount(ctx, { ...plusgiro, isDefault: true, currentPassword }))
    const [first] = await listAccounts(ctx)
    expect((await listAccounts(ctx)).map(({ kind, isDefault }) => [kind, isDefault])).toEqual([
      ['plusgiro', true],
      ['bankgiro', false],
    ])
    expectValue(await removeAccount(ctx, { accountId: first?.id ?? '', currentPassword }))
    expect(await listAccounts(ctx)).toEqual([bankgiro])
    expectValue(await removeAccount(ctx, { accountId: bankgiro.id, currentPassword }))
    expect(await listAccounts(ctx)).toEqual([])
    expect((await audited()).map(({ action }) => action)).toEqual([
      'company.account-added',
      'company.account-removed',
      'company.account-removed',
    ])
    expectValue(await addAccount(ctx, { ...plusgiro, currentPassword }))
    expect(await listAccounts(ctx)).toMatchObject([{ kind: 'plusgiro', isDefault: true }])
  })

  test('a change waits for the one before it: of two first ones only the first is the default', async () => {
    const { id } = await onlyAccount()
    expectValue(await removeAccount(ctx, { accountId: id, currentPassword }))
    const second = await asTenant(async (sql) => {
      await sql`select id from companies where id = ${ctx.tenantId} for no key update`
      const adding = addAccount(ctx, { ...plusgiro, currentPassword })
      await expect
        .poll(
          () =>
            sql`select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`,
        )
        .toHaveLength(1)
      await sql`insert into payment_accounts (tenant_id, id, kind, number, is_default)
        values (${ctx.tenantId}, ${newId()}, 'bankgiro', '9912346', true)`
      return { adding }
    })
    expectValue(await second.adding)
    expect((await listAccounts(ctx)).map(({ kind, isDefault }) => [kind, isDefault])).toEqual([
      ['bankgiro', true],
      ['plusgiro', false],
    ])
  })

  test('another company’s cannot be changed or removed', async () => {
    const theirs = await newCompany(platform, 'supplier', '5599991006')
    const [account] = await listAccounts(theirs)
    const target = { accountId: account?.id ?? '', currentPassword }
    const change = await changeAccount(ctx, { ...plusgiro, kind: 'bankgiro', number: '9912346', ...target })
    expect(change).toMatchObject({ code: 'unknown-account' })
    expect(await removeAccount(ctx, target)).toMatchObject({ code: 'unknown-account' })
    expect(await listAccounts(theirs)).toEqual([account])
  })
})

describe('number series', () => {
  const defaults = {
    defaultTermsDays: 20,
    interestText: 'Dröjsmålsränta 8 %.',
    roundToKrona: true,
    defaultVatChoice: 'rate-12',
    pricesIncludeVat: true,
    accountingCurrency: 'EUR' as const,
    footer: 'Tack',
  }
  const input = (invoice: InvoicingInput['invoice']): InvoicingInput => ({
    ...defaults,
    invoice,
    'credit-note': { prefix: 'K', next: 1, minDigits: 1 },
  })
  /** A company whose invoices 1041, 1042 and the hand-written 2000 are in use. */
  async function withUsedNumbers() {
    expectValue(await saveInvoicing(ctx, input({ prefix: '', next: 1043, minDigits: 1 })))
    for (const number of ['1041', '1042', '2000', 'X7']) {
      await asTenant(
        (sql) => sql`insert into invoices (tenant_id, id, kind, state, draft, revision, number, created_by)
          values (${ctx.tenantId}, ${newId()}, 'invoice', 'draft', '{}', 1, ${number}, ${ctx.userId})`,
      )
    }
  }

  test('is stored with the defaults and audited as it is written', async () => {
    expectValue(await saveInvoicing(ctx, input({ prefix: 'F-', next: 7, minDigits: 3 })))
    const stored = await getInvoicing(ctx)
    expect(stored.invoice).toMatchObject({ prefix: 'F-', next: 7, minDigits: 3 })
    expect(stored.defaults).toMatchObject(defaults)
    expect(await audited()).toMatchObject([
      {
        action: 'company.invoicing-saved',
        details: { 'invoice-before': '1', 'invoice-next': 'F-007' },
      },
    ])
  })

  test('lowered below a used number it is refused with the number, and nothing is saved', async () => {
    await withUsedNumbers()
    const before = await getInvoicing(ctx)
    const lowered = await saveInvoicing(ctx, {
      ...input({ prefix: '', next: 1042, minDigits: 1 }),
      footer: 'Hej då',
    })
    const params = { number: '1042', next: '1043' }
    expect(lowered).toMatchObject({
      code: 'incomplete',
      details: [{ field: 'invoiceNext', code: 'series-next-used', params }],
    })
    expect(await getInvoicing(ctx)).toEqual(before)
  })

  test('raised it may pass numbers written by hand, and lowered again to what is free', async () => {
    await withUsedNumbers()
    expectValue(await saveInvoicing(ctx, input({ prefix: '', next: 1500, minDigits: 1 })))
    expectValue(await saveInvoicing(ctx, input({ prefix: '', next: 1043, minDigits: 1 })))
    expect((await getInvoicing(ctx)).invoice.next).toBe(1043)
  })

  test('written in another way, it must not come to numbers that are so written', async () => {
    await withUsedNumbers()
    const met = await saveInvoicing(ctx, input({ prefix: 'X', next: 1, minDigits: 1 }))
    expect(met).toMatchObject({ details: [{ params: { number: 'X7', next: '8' } }] })
    expectValue(await saveInvoicing(ctx, input({ prefix: 'X', next: 8, minDigits: 1 })))
  })

  test('that names the year counts from 1 in every year, and written settings are one', async () => {
    const year = (await getInvoicing(ctx)).year
    expectValue(await saveInvoicing(ctx, input({ prefix: '{åååå}-', next: 57, minDigits: 2 })))
    expect((await getInvoicing(ctx)).invoice).toEqual({ prefix: '{åååå}-', next: 57, minDigits: 2 })
    await withTenant(platform.db, ctx.tenantId, async (tx) => {
      const read = (of: number, lock: boolean) => getNumberSeries(tx, ctx.tenantId, 'invoice', of, { lock })
      expect(await read(year, false)).toEqual({ prefix: '{åååå}-', next: 57, minDigits: 2 })
      expect(await read(year + 1, false)).toEqual({ prefix: '{åååå}-', next: 1, minDigits: 2 })
      expect(await read(year + 1, true)).toEqual({ prefix: '{åååå}-', next: 1, minDigits: 2 })
      await updateNumberSeries(tx, ctx.tenantId, 'invoice', year + 1, 2)
    })
    const rows = await asTenant(
      (sql) => sql`select year, next::int as next from number_series
        where tenant_id = ${ctx.tenantId} and kind = 'invoice' order by year`,
    )
    expect(rows).toEqual([
      { year: 0, next: 1 },
      { year, next: 57 },
      { year: year + 1, next: 2 },
    ])
  })

  test('of a new year gives ten takers ten numbers', async () => {
    const taken = await Promise.all(
      Array.from({ length: 10 }, () =>
        withTenant(platform.db, ctx.tenantId, async (tx) => {
          const { next } = await getNumberSeries(tx, ctx.tenantId, 'credit-note', 2031, { lock: true })
          await updateNumberSeries(tx, ctx.tenantId, 'credit-note', 2031, next + 1)
          return next
        }),
      ),
    )
    expect(taken.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})

describe('a sole trader', () => {
  const trader = async () => {
    const { company } = await getCompany(ctx)
    const numbersOf = { orgNumber: '8001019812', vatNumber: 'SE800101981201' }
    return { ...company, ...numbersOf, companyForm: 'sole-trader' as const }
  }

  test('that saves the masked numbers keeps the real ones', async () => {
    const details = detailsOf(await trader())
    expectValue(await saveCompany(ctx, details))
    const masked = { ...details, orgNumber: '800101-****', vatNumber: 'SE800101****01', city: 'Luleå' }
    expectValue(await saveCompany(ctx, masked))
    expect((await getCompany(ctx)).company).toMatchObject({
      orgNumber: '8001019812',
      vatNumber: 'SE800101981201',
      city: 'Luleå',
    })
    expect(JSON.stringify(await audited())).not.toContain('9812')
  })

  test('a mask that is not the stored number’s own is refused, and so is a form that has no personnummer', async () => {
    const details = detailsOf(await trader())
    expectValue(await saveCompany(ctx, details))
    expect(await saveCompany(ctx, { ...details, orgNumber: '810101-****' })).toMatchObject({
      details: [{ field: 'orgNumber', code: 'org-number-characters' }],
    })
    const limited = { ...details, orgNumber: '800101-****', companyForm: 'limited' as const }
    expect(await saveCompany(ctx, limited)).toMatchObject({
      details: [{ field: 'companyForm', code: 'sole-trader-unconfirmed' }],
    })
    expect((await getCompany(ctx)).company).toMatchObject({
      orgNumber: '8001019812',
      companyForm: 'sole-trader',
    })
  })

  /** The row without what the form does not fill. */
  function detailsOf(row: Awaited<ReturnType<typeof trader>>) {
    const { companyForm, name, tradingName, orgNumber, vatRegistered, vatNumber, fTaxApproved } = row
    const { seat, gln, identifyBy, street, street2, postalCode, city, country } = row
    const { contactName, phone, email } = row
    return {
      ...{ companyForm, name, tradingName, orgNumber, vatRegistered, vatNumber, fTaxApproved },
      ...{ seat, gln, identifyBy, street, street2, postalCode, city, country },
      ...{ contactName, phone, email },
    }
  }
})
