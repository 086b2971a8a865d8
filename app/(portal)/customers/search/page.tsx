import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { OrgNumber } from '#app/_invoice/org-number.tsx'
import { requireContext } from '#app/_server/session.ts'
import { type DirectoryHit, searchDirectory } from '#lib/services/customers/search-directory.ts'
import { PartyFacts } from './party-facts.tsx'
import { PartyInfo } from './party-info.client.tsx'
import { SearchBox } from './search-box.client.tsx'
import { SearchMeaning } from './search-meaning.tsx'

type SearchProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('customers')
  return { title: words('searchAndAdd') }
}

/** *Sök & lägg till kunder* (S9–S13): one box, hits from the directory, what is known of each in a dialog. */
export default async function SearchPage({ searchParams }: SearchProps) {
  const ctx = await requireContext('supplier')
  const { q } = await searchParams
  const text = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const { hits, more } = await searchDirectory(ctx, text)
  const words = await getTranslations('customers')
  return (
    <>
      <PageHeader title={words('searchAndAdd')}>
        <Link href="/customers">{words('toRegister')}</Link>
      </PageHeader>
      <SearchBox
        text={text}
        label={words('searchLabel')}
        hint={words('searchHint')}
        button={words('searchButton')}
        action="/customers/search"
      >
        <div role="status" className="mb-3 grid gap-1">
          {text.length >= 2 && <SearchMeaning text={text} />}
          {text.length >= 2 && (
            <p>{hits.length === 0 ? words('noHits', { text }) : words('hits', { count: hits.length })}</p>
          )}
        </div>
        {text.length < 2 && <Tips />}
        <ul className="grid gap-2">
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
        </ul>
        {more && <p className="mt-3 text-muted">{words('moreHits', { count: String(hits.length) })}</p>}
      </SearchBox>
    </>
  )
}

/** What can be typed, before anything is. */
async function Tips() {
  const words = await getTranslations('customers')
  return (
    <div className="card">
      <h2>{words('tipsTitle')}</h2>
      <ul className="mt-2 grid list-disc gap-1 ps-5">
        <li>{words('tip1')}</li>
        <li>{words('tip2')}</li>
        <li>{words('tip3')}</li>
      </ul>
    </div>
  )
}

async function Hit({ hit }: { hit: DirectoryHit }) {
  const words = await getTranslations('customers')
  const add = (
    <LinkButton href={`/customers/add/${hit.id}`} look="primary" prefetch={false}>
      {words('add')} <span className="sr-only">{hit.name}</span>
    </LinkButton>
  )
  const invoice = (
    <LinkButton href={`/invoices/new?customer=${hit.customerId}`} prefetch={false}>
      {words('createInvoice')} <span className="sr-only">{hit.name}</span>
    </LinkButton>
  )
  return (
    <li className="card flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 grow basis-40">
        <PartyInfo name={hit.name} close={words('close')} action={hit.customerId === null ? add : invoice}>
          <PartyFacts party={hit} />
        </PartyInfo>
        <p className="flex flex-wrap gap-x-3 text-label text-muted">
          <OrgNumber value={hit.orgNumber} />
          <span>{hit.city}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {hit.customerId !== null && <span className="text-label text-muted">{words('already')}</span>}
        {hit.customerId === null ? add : invoice}
      </div>
    </li>
  )
}
