'use client'

import { BrokenPage } from './_components/broken-page.client.tsx'

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="main">
      <BrokenPage reference={error.digest} />
    </main>
  )
}
