'use client'

import { type ComponentType, useState } from 'react'

/** The id of the button that opens the preview: focus comes back to it. */
export const previewButtonId = 'preview-button'

/** The preview as the form holds it. */
export type PreviewState = {
  /** What shows it; null while it is closed. */
  readonly Preview: ComponentType<{ onClose: () => void }> | null
  /** It was asked for and could not be fetched. */
  readonly isAway: boolean
  toggle(): Promise<void>
  close(): void
}

/** The preview's state (K22); what draws it is fetched when it is opened for the first time. */
export function usePreview(): PreviewState {
  const [Preview, setPreview] = useState<PreviewState['Preview']>(null)
  const [isAway, setAway] = useState(false)
  const close = () => {
    setPreview(null)
    document.getElementById(previewButtonId)?.focus()
  }
  const toggle = async () => {
    if (Preview !== null) return close()
    const loaded = await import('./preview.client.tsx').catch(() => null)
    setAway(loaded === null)
    setPreview(() => loaded?.Preview ?? null)
  }
  return { Preview, isAway, toggle, close }
}
