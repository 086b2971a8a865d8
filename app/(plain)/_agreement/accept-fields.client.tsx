'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'

type AcceptFieldsProps = { version: string; hash: string; company: string; error: string | undefined }

/** The tick and the button that accept the text which is shown, by its version and hash. */
export function AcceptFields({ version, hash, company, error }: AcceptFieldsProps) {
  const words = useTranslations('agreement')
  const common = useTranslations('common')
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="hash" value={hash} />
      <Checkbox id="accepted" name="accepted" label={words('accept', { company })} error={error} required />
      <SubmitButton pendingText={common('saving')} className="w-full">
        {words('acceptButton')}
      </SubmitButton>
    </>
  )
}
