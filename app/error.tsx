'use client'

import { BrokenPage } from './_components/broken-page.client.tsx'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <BrokenPage reference={error.digest} onRetry={reset} />
}
