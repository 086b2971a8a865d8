import { listTemplateNames, listTemplates } from '#db/queries/templates.ts'
import { withTenant } from '#db/with-tenant.ts'
import { completeDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { maxTemplates } from '#lib/invoice/template-limits.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'

/** How many templates a company may have here (S26). */
export function templateLimit(ctx: Platform): number {
  return ctx.templateLimit ?? maxTemplates
}

/** A template as the list shows it. */
export type TemplateRow = {
  id: string
  name: string
  draft: InvoiceDraft
  lastUsedAt: Date | null
  /** Null: no recipient, or one that is no longer in the customer register. */
  customerName: string | null
}

/** The company's templates (S25) in name order, and how many it may have. */
export async function readTemplates(ctx: TenantContext): Promise<{ rows: TemplateRow[]; limit: number }> {
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) => listTemplates(tx, ctx.tenantId))
  return {
    rows: rows.map((row) => ({ ...row, draft: completeDraft(row.draft) })),
    limit: templateLimit(ctx),
  }
}

/** Which templates there are, for choosing one to replace. */
export type TemplateNames = { templates: readonly { id: string; name: string }[]; limit: number }

/** The names of the company's templates, and how many it may have. */
export async function readTemplateNames(ctx: TenantContext): Promise<TemplateNames> {
  const templates = await withTenant(ctx.db, ctx.tenantId, (tx) => listTemplateNames(tx, ctx.tenantId))
  return { templates, limit: templateLimit(ctx) }
}
