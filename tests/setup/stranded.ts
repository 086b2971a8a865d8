import type postgres from 'postgres'

/** A row that is neither final nor has a next step. `what` says where it stands. */
export type Stranded = { readonly id: string; readonly what: string }

/**
 * Every stranded row in the database (R17), over all companies, ordered by what it is:
 * - deliveries that are not final, without a job that would move them from where they stand. *uncertain* is a person's
 *   where *Fråga igen* takes it up; *handed-over* is settled where the access point was asked and will never say;
 * - sent invoices whose delivery is missing, failed or cancelled;
 * - letters that were not sent, PDFs that were not made and openings that the sender was not told of, without their job;
 * - what became *Klar*, where its sender chose a letter a day and that day has none to come.
 *
 * `owner`: the database's owner, while nothing else is in a transaction. What it lifts for looking is put back.
 */
export async function findStranded(owner: postgres.Sql): Promise<Stranded[]> {
  let found: Stranded[] = []
  const looked = new Error('looked, and nothing is kept')
  await owner
    .begin(async (tx) => {
      await tx`set local lock_timeout = '10s'`
      // Row-level security holds for the owner too: lifted here, so that no company is left out.
      for (const table of [
        'deliveries',
        'invoices',
        'invoice_versions',
        'invoice_events',
        'inbox_documents',
        'pdfs',
      ])
        await tx`alter table ${tx(table)} no force row level security`
      found = [...(await lookFor(tx))]
      throw looked
    })
    .catch((error: unknown) => {
      if (error !== looked) throw error
    })
  return found
}

function lookFor(tx: postgres.TransactionSql) {
  return tx<Stranded[]>`
    with open_jobs as (select name, data, start_after from pgboss.job where state <= 'active')
    select d.id, format('delivery, %s after attempt %s, asked about next: %s',
      d.state, d.attempts, coalesce(d.next_attempt_at::text, 'never')) as what
    from deliveries d join invoices i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
    where d.state not in ('delivered', 'failed', 'cancelled', 'mailed')
      and not (d.state = 'uncertain' and i.version = d.version)
      and not exists (select 1 from open_jobs j
        where j.data->>'deliveryId' = d.id::text and (
          -- Where an attempt may begin, by the job that follows the last one; what a crash cut off, by the one that began it.
          (j.name = 'deliver' and d.state in ('queued', 'retrying', 'uncertain') and (j.data->>'after')::int = d.attempts)
          or (j.name = 'deliver' and d.state = 'sending' and (j.data->>'after')::int < d.attempts)
          or (j.name = 'follow-delivery' and d.state = 'handed-over' and j.start_after >= d.next_attempt_at)))
      and not (d.state = 'handed-over' and d.next_attempt_at is null and exists (select 1 from pgboss.job j
        where j.name = 'follow-delivery' and j.data->>'deliveryId' = d.id::text))
    union all
    select i.id, format('invoice, sent as version %s, delivery %s', i.version, coalesce(d.state, 'missing'))
    from invoices i left join deliveries d
      on d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.version = i.version
    where i.state = 'sent' and coalesce(d.state, 'failed') in ('failed', 'cancelled')
    union all
    select m.id, format('letter %s, not sent', m.letter)
    from mails m
    where m.sent_at is null and not exists (select 1 from open_jobs j
      where j.name = 'send-mail' and j.data->>'mailId' = m.id::text)
    union all
    select d.id, 'delivery whose PDF was not made'
    from deliveries d
    where d.state <> 'cancelled'
      and not exists (select 1 from pdfs p where p.tenant_id = d.tenant_id and p.message_id = d.message_id)
      and not exists (select 1 from open_jobs j where j.name = 'make-pdf'
        and j.data->>'invoiceId' = d.invoice_id::text and (j.data->>'version')::int = d.version)
    union all
    select r.id, 'received document that was opened, and the sender not told'
    from inbox_documents r
    where r.opened_at is not null
      and not exists (select 1 from invoice_events e where e.tenant_id = r.sender_tenant_id
        and e.invoice_id = r.sender_invoice_id and e.version = r.sender_version and e.event = 'fetched')
      and not exists (select 1 from open_jobs j
        where j.name = 'note-fetched' and j.data->>'messageId' = r.message_id::text)
    union all
    select d.id, 'delivery that arrived, and no letter of the day tells of it'
    from deliveries d
      join invoice_versions v on v.tenant_id = d.tenant_id and v.invoice_id = d.invoice_id and v.version = d.version
      join users u on u.id = v.frozen_by and u.company_id = d.tenant_id
    where d.state = 'delivered' and u.mail_on_delivered and u.mail_daily
      -- Done or not: the day ends at 16.00.
      and not exists (select 1 from pgboss.job j where j.name = 'send-digest' and j.data->>'userId' = u.id::text
        and j.data->>'day' = (d.delivered_at at time zone 'Europe/Stockholm' + interval '8 hours')::date::text)
      and not exists (select 1 from mails m where m.letter = 'invoice-delivered' and m.subject_id = d.invoice_id)
    order by what, id`
}
