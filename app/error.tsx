'use client'

import { BrokenPage } from './_components/broken-page.client.tsx'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main id="main">
      <BrokenPage reference={error.digest} onRetry={reset} />
    </main>
  )
}
