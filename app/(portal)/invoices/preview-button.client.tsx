'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { type PreviewState, previewButtonId } from './use-preview.client.ts'

/** *Förhandsgranska*, pressed while the preview is open. */
export function PreviewButton({ preview }: { preview: PreviewState }) {
  const words = useTranslations('invoice')
  return (
    <div>
      <Button
        id={previewButtonId}
        icon={Eye}
        aria-pressed={preview.Preview !== null}
        onClick={() => void preview.toggle()}
      >
        {words('preview')}
      </Button>
      <p role="status" className="mt-1 text-label empty:hidden">
        {preview.isAway && words('previewAway')}
      </p>
    </div>
  )
}
