import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from './_components/button.tsx'
import { PlainShell } from './_components/plain-shell.tsx'

/** The title of the page that is not there. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('errors')
  return { title: words('notFoundTitle') }
}

export default async function NotFound() {
  const words = await getTranslations('errors')
  return (
    <PlainShell>
      <div className="grid gap-4">
        <h1>{words('notFoundTitle')}</h1>
        <p>{words('notFoundText')}</p>
        <p className="flex flex-wrap gap-3">
          <LinkButton href="/" look="primary">
            {words('toStart')}
          </LinkButton>
          <LinkButton href="/documents">{words('toDocuments')}</LinkButton>
        </p>
      </div>
    </PlainShell>
  )
}
