'use client'

import { BrokenPage } from '#app/_components/broken-page.client.tsx'

export default function PortalErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <BrokenPage reference={error.digest} onRetry={reset} />
}
