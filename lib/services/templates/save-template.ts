import type { Transaction } from '#db/client.ts'
import { findCustomer } from '#db/queries/customers.ts'
import {
  countTemplates,
  insertTemplate,
  lockTemplates,
  updateTemplate as storeTemplate,
} from '#db/queries/templates.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { templateOf } from '#lib/invoice/template.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { templateLimit } from './list-templates.ts'

/** What is saved of a form: nothing in it is judged, it may be as unfinished as it is. */
export type TemplateInput = {
  name: string
  /** Whole days, or empty: the company's own at use. */
  termsDays: string
  keepLines: boolean
  draft: InvoiceDraft
}

/** A template that was stored. */
export type SavedTemplate = { id: string; name: string }

/**
 * *Spara som mall* (S22–S24): a new template, in the place of `replaceId` when one is named. `templates-full` when
 * the company has as many as it may and none gives way; a lock keeps saves at once to that number (S26).
 */
export async function saveTemplate(
  ctx: TenantContext,
  input: TemplateInput & { replaceId?: string },
): Promise<Result<SavedTemplate, 'templates-full'>> {
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await lockTemplates(tx, ctx.tenantId)
    const gaveWay =
      input.replaceId && isUuid(input.replaceId)
        ? await storeTemplate(tx, ctx.tenantId, input.replaceId, { removedAt: now })
        : false
    if (!gaveWay && (await countTemplates(tx, ctx.tenantId)) >= templateLimit(ctx))
      return fail('templates-full')
    const id = newId()
    await insertTemplate(tx, ctx.tenantId, {
      id,
      name: input.name,
      ...(await contentOf(ctx, tx, input)),
      createdBy: ctx.userId,
      createdAt: now,
      updatedAt: now,
    })
    return succeed({ id, name: input.name })
  })
}

/** *Uppdatera mallen*: its content and name are the form's. `unknown-template` when it is not there any more. */
export async function updateTemplate(
  ctx: TenantContext,
  input: TemplateInput & { templateId: string },
): Promise<Result<SavedTemplate, 'unknown-template'>> {
  if (!isUuid(input.templateId)) return fail('unknown-template')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const change = {
      name: input.name,
      ...(await contentOf(ctx, tx, input)),
      updatedAt: ctx.clock.now(),
    }
    const isThere = await storeTemplate(tx, ctx.tenantId, input.templateId, change)
    return isThere ? succeed({ id: input.templateId, name: input.name }) : fail('unknown-template')
  })
}

/** What a template holds of a form: never a number or a date, and a customer only when it is the company's. */
async function contentOf(ctx: TenantContext, tx: Transaction, input: TemplateInput) {
  const { draft, keepLines, termsDays } = input
  const isOwn = isUuid(draft.customerId) && (await findCustomer(tx, ctx.tenantId, draft.customerId)) !== null
  const customerId = isOwn ? draft.customerId : ''
  return {
    customerId: isOwn ? customerId : null,
    draft: { ...templateOf(draft, { keepLines }), customerId, paymentTermsDays: termsDays, templateId: '' },
  }
}
