import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Connection, Transaction } from '../client.ts'
import { customers } from '../schema/customers.ts'
import { parties } from '../schema/parties.ts'
import { templates } from '../schema/templates.ts'

/** Waits until no other transaction adds a template to the tenant, and keeps others waiting until this one ends. */
export async function lockTemplates(tx: Transaction, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`templates:${tenantId}`}, 0))`)
}

/** How many templates the tenant has. */
export async function countTemplates(db: Connection, tenantId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(templates)
    .where(and(eq(templates.tenantId, tenantId), isNull(templates.removedAt)))
  return row?.count ?? 0
}

/** The tenant's templates in Swedish name order, each with its customer's name; null when it has none any more. */
export async function listTemplates(db: Connection, tenantId: string) {
  return db
    .select({
      id: templates.id,
      name: templates.name,
      draft: templates.draft,
      lastUsedAt: templates.lastUsedAt,
      customerName: parties.name,
    })
    .from(templates)
    .leftJoin(
      customers,
      and(
        eq(customers.tenantId, templates.tenantId),
        eq(customers.id, templates.customerId),
        isNull(customers.removedAt),
      ),
    )
    .leftJoin(parties, eq(parties.id, customers.partyId))
    .where(and(eq(templates.tenantId, tenantId), isNull(templates.removedAt)))
    .orderBy(sql`${templates.name} collate "sv-SE-x-icu"`, asc(templates.id))
}

/** Ids and names of the tenant's templates, in Swedish name order. */
export async function listTemplateNames(db: Connection, tenantId: string) {
  return db
    .select({ id: templates.id, name: templates.name })
    .from(templates)
    .where(and(eq(templates.tenantId, tenantId), isNull(templates.removedAt)))
    .orderBy(sql`${templates.name} collate "sv-SE-x-icu"`, asc(templates.id))
}

/** One of the tenant's templates. Null when it is not theirs or was removed. */
export async function findTemplate(db: Connection, tenantId: string, templateId: string) {
  const [row] = await db
    .select({
      id: templates.id,
      name: templates.name,
      customerId: templates.customerId,
      draft: templates.draft,
    })
    .from(templates)
    .where(and(eq(templates.tenantId, tenantId), eq(templates.id, templateId), isNull(templates.removedAt)))
  return row ?? null
}

/** Adds a template. The tenant's lock is held, and there is room. */
export async function insertTemplate(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof templates.$inferInsert, 'tenantId'>,
): Promise<void> {
  await tx.insert(templates).values({ tenantId, ...row })
}

/** Changes a template. False, and nothing is changed, when it is not the tenant's or was removed. */
export async function updateTemplate(
  tx: Transaction,
  tenantId: string,
  templateId: string,
  change: {
    name?: string
    draft?: InvoiceDraft
    customerId?: string | null
    updatedAt?: Date
    lastUsedAt?: Date
    removedAt?: Date
  },
): Promise<boolean> {
  const changed = await tx
    .update(templates)
    .set(change)
    .where(and(eq(templates.tenantId, tenantId), eq(templates.id, templateId), isNull(templates.removedAt)))
    .returning({ id: templates.id })
  return changed.length === 1
}

/** Brings a removed template back; gives its name. Null when the tenant has no such removed one. */
export async function bringTemplateBack(
  tx: Transaction,
  tenantId: string,
  templateId: string,
): Promise<string | null> {
  const [row] = await tx
    .update(templates)
    .set({ removedAt: null })
    .where(
      and(eq(templates.tenantId, tenantId), eq(templates.id, templateId), isNotNull(templates.removedAt)),
    )
    .returning({ name: templates.name })
  return row?.name ?? null
}
