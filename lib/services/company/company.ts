import { insertAudit } from '#db/queries/audit.ts'
import {
  type CompanyDetails,
  getCompany as findCompany,
  listPaymentAccounts,
  replacePaymentAccount,
  updateCompany,
} from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** The company's details and accounts, as the settings show them. */
export async function getCompany(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    company: await findCompany(tx, ctx.tenantId),
    accounts: await listPaymentAccounts(tx, ctx.tenantId),
  }))
}

/** Saves the company's details (S6, S7). They reach invoices prepared from now on. */
export async function saveCompany(
  ctx: TenantContext,
  details: CompanyDetails,
): Promise<Result<{ savedAt: string }, never>> {
  const now = ctx.clock.now()
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await updateCompany(tx, ctx.tenantId, details, now)
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'company.details-saved',
      subjectId: ctx.tenantId,
      details: {},
      at: now,
    })
  })
  return succeed({ savedAt: now.toISOString() })
}

/** Saves the account the company is paid to (BG-17). The audit log keeps the kind and the last four digits. */
export async function savePaymentAccount(
  ctx: TenantContext,
  account: { kind: 'bankgiro' | 'plusgiro' | 'iban'; number: string; bic: string },
): Promise<Result<{ savedAt: string }, never>> {
  const now = ctx.clock.now()
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await replacePaymentAccount(tx, ctx.tenantId, { id: newId(), ...account })
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'company.account-saved',
      subjectId: ctx.tenantId,
      details: { kind: account.kind, ending: account.number.slice(-4) },
      at: now,
    })
  })
  return succeed({ savedAt: now.toISOString() })
}
