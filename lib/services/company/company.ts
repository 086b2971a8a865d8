import { insertAudit } from '#db/queries/audit.ts'
import {
  type CompanyDetails,
  getCompany as findCompany,
  listPaymentAccounts,
  lockCompany,
  updateCompany,
} from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { isMaskedNumber, isPersonalNumber, maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskVatNumber } from '#lib/party/vat-number.ts'
import type { TenantContext } from '#lib/services/context.ts'

type DetailFault = { field: 'orgNumber' | 'vatNumber' | 'companyForm'; code: string }

/** The company's details and accounts, as the settings show them. */
export async function getCompany(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    company: await findCompany(tx, ctx.tenantId),
    accounts: await listPaymentAccounts(tx, ctx.tenantId),
  }))
}

/**
 * Saves the company's details (S6, S7). They reach invoices prepared from now on. A sole trader's numbers may come
 * back masked, as they are shown: then the stored ones stay. `incomplete` with the field when they do not fit.
 */
export async function saveCompany(
  ctx: TenantContext,
  input: CompanyDetails,
): Promise<Result<{ savedAt: string }, 'incomplete', readonly DetailFault[]>> {
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await lockCompany(tx, ctx.tenantId)
    const stored = await findCompany(tx, ctx.tenantId)
    const details = {
      ...input,
      orgNumber: unmask(input.orgNumber, stored.orgNumber, maskOrganisationNumber),
      vatNumber: unmask(input.vatNumber, stored.vatNumber, maskVatNumber),
    }
    const faults = detailFaults(details)
    if (faults.length > 0) return fail('incomplete', faults)
    await updateCompany(tx, ctx.tenantId, details, now)
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'company.details-saved',
      subjectId: ctx.tenantId,
      details: {},
      at: now,
    })
    return succeed({ savedAt: now.toISOString() })
  })
}

function unmask(typed: string, stored: string, mask: (number: string) => string): string {
  return isMaskedNumber(typed) && typed === mask(stored) ? stored : typed
}

/** A mask that hides no number of ours, and a personnummer with a company form that cannot have one. */
function detailFaults({ orgNumber, vatNumber, companyForm }: CompanyDetails): readonly DetailFault[] {
  const asks = isPersonalNumber(orgNumber) && companyForm !== 'sole-trader'
  return [
    ...(isMaskedNumber(orgNumber)
      ? [{ field: 'orgNumber', code: 'org-number-characters' } as const]
      : asks
        ? [{ field: 'companyForm', code: 'sole-trader-unconfirmed' } as const]
        : []),
    ...(isMaskedNumber(vatNumber) ? [{ field: 'vatNumber', code: 'vat-number-characters' } as const] : []),
  ]
}
