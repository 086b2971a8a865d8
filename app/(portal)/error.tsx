'use client'

import { BrokenPage } from '#app/_components/broken-page.client.tsx'

export default function PortalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <BrokenPage reference={error.digest} />
}
