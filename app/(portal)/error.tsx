'use client'

import { useLocale } from 'next-intl'
import { BrokenPage } from '#app/_components/broken-page.client.tsx'

export default function PortalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <BrokenPage locale={useLocale()} reference={error.digest} />
}
