import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFoundText } from './_components/not-found-text.tsx'
import { PlainShell } from './_components/plain-shell.tsx'

/** The title of the page that is not there. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('errors')
  return { title: words('notFoundTitle') }
}

export default function NotFound() {
  return (
    <PlainShell>
      <NotFoundText />
    </PlainShell>
  )
}
