'use client'

import { useLocale, useTranslations } from 'next-intl'
import { DemandList } from '#app/_invoice/demand-list.tsx'
import { textIn } from '#lib/i18n/own-words.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'

type RecipientDemandsProps = { profile: RequirementProfile; recipient: string }

/** What the chosen recipient demands, in its card: its own note, and one line for each demand. */
export function RecipientDemands({ profile, recipient }: RecipientDemandsProps) {
  const words = useTranslations('demands')
  const locale = useLocale()
  return (
    <div className="mt-1 grid gap-1.5 rounded-button border border-line bg-sunken p-3">
      <p className="text-label font-semibold">{words('title', { recipient })}</p>
      {profile.note !== undefined && <p className="whitespace-pre-line">{textIn(profile.note, locale)}</p>}
      <DemandList profile={profile} recipient={recipient} />
    </div>
  )
}
