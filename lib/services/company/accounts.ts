import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import {
  deletePaymentAccount,
  getCompany,
  insertPaymentAccount,
  listCompanyUsers,
  listPaymentAccounts,
  lockCompany,
  setDefaultPaymentAccount,
  updatePaymentAccount,
} from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { PaymentAccountKind } from '#lib/invoice/parties.ts'
import type { OcrMode } from '#lib/party/ocr.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { confirmPassword, type PasswordRefusal } from './confirm-password.ts'

/** An account as the form gives it (BG-17): a number with right check digits. */
export type AccountInput = {
  kind: PaymentAccountKind
  number: string
  bic: string
  ocrMode: OcrMode
  isDefault: boolean
}

type Confirmed = { currentPassword: string }
type Saved = { savedAt: string }
type Account = Awaited<ReturnType<typeof listPaymentAccounts>>[number]
type Kinds = 'company.account-added' | 'company.account-changed' | 'company.account-removed'
type Change = { action: Kinds; accountId: string; details: Record<string, string | boolean> }

/** The company's accounts: the default first. */
export async function listAccounts(ctx: TenantContext): Promise<readonly Account[]> {
  return withTenant(ctx.db, ctx.tenantId, (tx) => listPaymentAccounts(tx, ctx.tenantId))
}

/**
 * Adds an account (K7): after the password, with a row in the audit log and a letter to every user. The first one is
 * the default. `account-taken` when the company has that number already.
 */
export async function addAccount(
  ctx: TenantContext,
  input: AccountInput & Confirmed,
): Promise<Result<Saved, PasswordRefusal | 'account-taken'>> {
  const { currentPassword, isDefault, ...account } = input
  return changeAccounts(ctx, currentPassword, async (tx, accounts) => {
    const accountId = newId()
    const first = accounts.length === 0
    if (!(await insertPaymentAccount(tx, ctx.tenantId, { id: accountId, ...account, isDefault: first })))
      return fail('account-taken')
    if (isDefault) await setDefaultPaymentAccount(tx, ctx.tenantId, accountId)
    const details = { ...facts(account), ocrMode: account.ocrMode, isDefault: first || isDefault }
    return succeed({ action: 'company.account-added', accountId, details })
  })
}

/**
 * Changes an account's number, BIC and OCR, and makes it the default when asked to; as `addAccount`. Saved as it was,
 * it changes nothing and nobody hears of it. `unknown-account` when it is gone or of another kind.
 */
export async function changeAccount(
  ctx: TenantContext,
  input: AccountInput & Confirmed & { accountId: string },
): Promise<Result<Saved, PasswordRefusal | 'account-taken' | 'unknown-account'>> {
  const { currentPassword, accountId, kind, number, bic, ocrMode, isDefault } = input
  return changeAccounts(ctx, currentPassword, async (tx, accounts) => {
    const stored = accounts.find((account) => account.id === accountId && account.kind === kind)
    if (!stored) return fail('unknown-account')
    if (accounts.some((other) => other.id !== accountId && other.kind === kind && other.number === number))
      return fail('account-taken')
    const becomesDefault = isDefault && !stored.isDefault
    const isSame = stored.number === number && stored.bic === bic && stored.ocrMode === ocrMode
    if (isSame && !becomesDefault) return succeed(null)
    await updatePaymentAccount(tx, ctx.tenantId, accountId, { number, bic, ocrMode })
    if (becomesDefault) await setDefaultPaymentAccount(tx, ctx.tenantId, accountId)
    const details = {
      ...facts(input),
      ...(stored.number === number ? {} : { endingBefore: ending(stored.number) }),
      ocrMode,
      isDefault: isDefault || stored.isDefault,
    }
    return succeed({ action: 'company.account-changed', accountId, details })
  })
}

/** Takes an account away, as `addAccount`; the oldest one left becomes the default. The last one may go too. */
export async function removeAccount(
  ctx: TenantContext,
  input: Confirmed & { accountId: string },
): Promise<Result<Saved, PasswordRefusal | 'unknown-account'>> {
  const { currentPassword, accountId } = input
  return changeAccounts(ctx, currentPassword, async (tx, accounts) => {
    const stored = accounts.find((account) => account.id === accountId)
    if (!stored) return fail('unknown-account')
    await deletePaymentAccount(tx, ctx.tenantId, accountId)
    const next = accounts.find((account) => account.id !== accountId)
    if (stored.isDefault && next) await setDefaultPaymentAccount(tx, ctx.tenantId, next.id)
    return succeed({ action: 'company.account-removed', accountId, details: facts(stored) })
  })
}

/** The frame of every change: password, one at a time, audit and letters in the same transaction. Null = no change. */
async function changeAccounts<Code extends string>(
  ctx: TenantContext,
  currentPassword: string,
  change: (tx: Transaction, accounts: readonly Account[]) => Promise<Result<Change | null, Code>>,
): Promise<Result<Saved, Code | PasswordRefusal>> {
  const password = await confirmPassword(ctx, currentPassword)
  if (!password.ok) return password
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    if (!(await password.value.holds(tx))) return fail('wrong-password')
    await lockCompany(tx, ctx.tenantId)
    const changed = await change(tx, await listPaymentAccounts(tx, ctx.tenantId))
    if (!changed.ok) return changed
    if (changed.value !== null) {
      const { action, accountId, details } = changed.value
      const row = { userId: ctx.userId, action, subjectId: accountId, details, at: now }
      await insertAudit(tx, ctx.tenantId, row)
      await tellEveryUser(ctx, tx)
    }
    return succeed({ savedAt: now.toISOString() })
  })
}

/** K7: whoever did not make the change learns of it, and so does whoever made it. */
async function tellEveryUser(ctx: TenantContext, tx: Transaction): Promise<void> {
  const { name } = await getCompany(tx, ctx.tenantId)
  const params = { company: name, who: ctx.userName }
  for (const { email, locale } of await listCompanyUsers(tx, ctx.tenantId))
    await queueMail(ctx, tx, { letter: 'payment-changed', locale, recipient: email, params })
}

/** What the audit log keeps of an account. */
function facts({ kind, number }: { kind: string; number: string }) {
  return { kind, ending: ending(number) }
}

const ending = (number: string) => number.slice(-4)
