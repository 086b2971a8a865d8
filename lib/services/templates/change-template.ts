import {
  bringTemplateBack,
  countTemplates,
  findTemplate,
  insertTemplate,
  lockTemplates,
  updateTemplate,
} from '#db/queries/templates.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { templateLimit } from './list-templates.ts'
import type { SavedTemplate } from './save-template.ts'

type Named = { templateId: string; name: string }

/** *Byt namn*. `unknown-template` when it is not the company's or was removed. */
export async function renameTemplate(
  ctx: TenantContext,
  { templateId, name }: Named,
): Promise<Result<SavedTemplate, 'unknown-template'>> {
  if (!isUuid(templateId)) return fail('unknown-template')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const change = { name, updatedAt: ctx.clock.now() }
    const isThere = await updateTemplate(tx, ctx.tenantId, templateId, change)
    return isThere ? succeed({ id: templateId, name }) : fail('unknown-template')
  })
}

/** *Duplicera*: a copy with a name of its own, never used. `templates-full` as when a new one is saved (S26). */
export async function duplicateTemplate(
  ctx: TenantContext,
  { templateId, name }: Named,
): Promise<Result<SavedTemplate, 'unknown-template' | 'templates-full'>> {
  if (!isUuid(templateId)) return fail('unknown-template')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await lockTemplates(tx, ctx.tenantId)
    const found = await findTemplate(tx, ctx.tenantId, templateId)
    if (!found) return fail('unknown-template')
    if ((await countTemplates(tx, ctx.tenantId)) >= templateLimit(ctx)) return fail('templates-full')
    const id = newId()
    await insertTemplate(tx, ctx.tenantId, {
      id,
      name,
      customerId: found.customerId,
      draft: found.draft,
      createdBy: ctx.userId,
      createdAt: now,
      updatedAt: now,
    })
    return succeed({ id, name })
  })
}

/** *Ta bort*: it no longer counts, and can be brought back. `unknown-template` when it is not there. */
export async function removeTemplate(
  ctx: TenantContext,
  { templateId }: { templateId: string },
): Promise<Result<SavedTemplate, 'unknown-template'>> {
  if (!isUuid(templateId)) return fail('unknown-template')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findTemplate(tx, ctx.tenantId, templateId)
    if (!found) return fail('unknown-template')
    const isGone = await updateTemplate(tx, ctx.tenantId, templateId, { removedAt: ctx.clock.now() })
    return isGone ? succeed({ id: templateId, name: found.name }) : fail('unknown-template')
  })
}

/** *Ångra* after *Ta bort*. `templates-full` when others have taken its place meanwhile; it stays removed. */
export async function restoreTemplate(
  ctx: TenantContext,
  { templateId }: { templateId: string },
): Promise<Result<SavedTemplate, 'unknown-template' | 'templates-full'>> {
  if (!isUuid(templateId)) return fail('unknown-template')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await lockTemplates(tx, ctx.tenantId)
    const there = await findTemplate(tx, ctx.tenantId, templateId)
    // Pressed twice: it is back already.
    if (there) return succeed({ id: templateId, name: there.name })
    if ((await countTemplates(tx, ctx.tenantId)) >= templateLimit(ctx)) return fail('templates-full')
    const name = await bringTemplateBack(tx, ctx.tenantId, templateId)
    return name === null ? fail('unknown-template') : succeed({ id: templateId, name })
  })
}
