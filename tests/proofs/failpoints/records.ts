import type postgres from 'postgres'
import type { Store } from '#lib/adapters/storage/store.ts'
import { asEach } from '../system/records.ts'

/** A file that a row names: its object, and what it must hold. */
export type NamedObject = { readonly key: string; readonly sha256: string }

/** A file with an invoice. */
export type FileRow = { readonly invoiceId: string; readonly fileName: string; readonly sha256: string }

/** A letter that was written; `isSent` when its row says so. */
export type LetterRow = { readonly id: string; readonly isSent: boolean }

/** Everything of these companies that a row says lies in the store. */
export async function readNamedObjects(
  owner: postgres.Sql,
  tenantIds: readonly string[],
): Promise<NamedObject[]> {
  return asEach(
    owner,
    tenantIds,
    (tx) => tx<NamedObject[]>`
    select key, sha256 from attachments
    union select xml_key, xml_hash from invoice_versions
    union select xml_key, xml_hash from inbox_documents
    union select key, sha256 from pdfs`,
  )
}

/** The files with these companies' invoices. */
export async function readFiles(owner: postgres.Sql, tenantIds: readonly string[]): Promise<FileRow[]> {
  return asEach(
    owner,
    tenantIds,
    (tx) => tx<FileRow[]>`
    select invoice_id as "invoiceId", file_name as "fileName", sha256 from attachments where removed_at is null`,
  )
}

/** Of each PDF that is noted for these companies, its version's message. */
export async function readPdfs(owner: postgres.Sql, tenantIds: readonly string[]): Promise<string[]> {
  const rows = await asEach(
    owner,
    tenantIds,
    (tx) => tx<{ messageId: string }[]>`select message_id as "messageId" from pdfs`,
  )
  return rows.map(({ messageId }) => messageId)
}

/** Every letter, but for those that carry an invoice. */
export async function readLetters(owner: postgres.Sql): Promise<LetterRow[]> {
  return owner<LetterRow[]>`select id, sent_at is not null as "isSent" from mails`
}

/** How many jobs will run, but for looking after a while whether something has arrived. */
export async function countOpenJobs(owner: postgres.Sql): Promise<number> {
  const [row] = await owner<{ open: number }[]>`
    select count(*)::int as open from pgboss.job where state <= 'active' and name <> 'watch-delivery'`
  return row?.open ?? 0
}

/** Companies that are not whole: without their user, number series, agreement or the line in the audit log. */
export async function readHalfMade(owner: postgres.Sql, emails: readonly string[]): Promise<string[]> {
  const users = await owner<{ email: string; companyId: string }[]>`
    select email, company_id as "companyId" from users where email in ${owner(emails)}`
  const whole = await asEach(
    owner,
    users.map(({ companyId }) => companyId),
    (tx) => tx<{ email: string }[]>`
    select c.email from companies c
    where (select count(*) from number_series) = 2
      and (select count(*) from agreement_acceptances) = 1
      and (select count(*) from audit_log where action = 'company.created') = 1`,
  )
  return emails.filter((email) => whole.filter((each) => each.email === email).length !== 1)
}

/** How many companies there are in all. */
export async function countCompanies(owner: postgres.Sql): Promise<number> {
  let companies = 0
  const looked = new Error('looked, and nothing is kept')
  await owner
    .begin(async (tx) => {
      // Row-level security holds for the owner too: lifted here alone, so that one without a user is counted.
      await tx`alter table companies no force row level security`
      const [row] = await tx<{ companies: number }[]>`select count(*)::int as companies from companies`
      companies = row?.companies ?? 0
      throw looked
    })
    .catch((error: unknown) => {
      if (error !== looked) throw error
    })
  return companies
}

/** The keys of everything in the store. */
export async function listKeys(store: Store): Promise<string[]> {
  const keys: string[] = []
  for (const prefix of ['attachments/', 'xml/', 'pdf/'])
    for await (const { key } of store.list(prefix)) keys.push(key)
  return keys
}
