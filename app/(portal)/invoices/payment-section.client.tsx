'use client'

import { useTranslations } from 'next-intl'
import { Section } from '#app/_components/paper.tsx'
import { lowerPart } from './lower.client.tsx'

/** *Betalning*, set off from the lines above it whether or not its fields can be used yet. */
export function PaymentSection() {
  const words = useTranslations('invoice')
  return (
    <Section id="section-payment" title={words('payment')}>
      {lowerPart.payment}
    </Section>
  )
}
