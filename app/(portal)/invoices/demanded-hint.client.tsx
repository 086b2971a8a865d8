'use client'

import { useLocale, useTranslations } from 'next-intl'
import { describeMasks, forExample, orList } from '#lib/i18n/mask-words.ts'
import { beginLarge, textIn } from '#lib/i18n/own-words.ts'
import type { FieldDemand } from '#lib/invoice/requirement-profile.ts'
import { useDemandWords } from './editor-context.client.tsx'
import type { DemandedHintProps } from './lazy-hint.client.tsx'
import { useChosenCustomer } from './use-demand.client.tsx'

/** How what the recipient demands of a field shall look, with its example, and that it is wanted or one of several. */
export function DemandedHint({ demand, choice, own }: DemandedHintProps) {
  const words = useTranslations('demands')
  const locale = useLocale()
  const { nameOf } = useDemandWords()
  const { name: recipient = '' } = useChosenCustomer() ?? {}
  const lookOf = ({ help, masks }: FieldDemand): string => {
    if (help !== undefined) return textIn(help, locale)
    if (masks !== undefined) return words('wantedHint', { recipient, shape: describeMasks(masks, locale) })
    return typeof own === 'string' ? own : ''
  }
  const ofDemand = (each: FieldDemand): readonly string[] => {
    const look = `${lookOf(each)}${forExample(each.example ?? '', locale)}`
    return [
      ...(look === '' ? [] : [beginLarge(look.replace(/^, /, ''))]),
      ...(each.level === 'recommended' ? [words('recommendedHint', { recipient })] : []),
    ]
  }
  const ofChoice = ({ text, codes }: NonNullable<DemandedHintProps['choice']>): string =>
    text === undefined
      ? words('anyOfHint', { names: beginLarge(orList(codes.map(nameOf), locale)) })
      : textIn(text, locale)
  const hints = [
    ...(demand === undefined ? [] : ofDemand(demand)),
    ...(choice === undefined ? [] : [ofChoice(choice)]),
  ]
  return hints.length === 0 ? own : hints.join('. ')
}
