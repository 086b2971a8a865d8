'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Section } from '#app/_components/paper.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { idle } from '#app/_server/action-state.ts'
import { SaveBar } from '../save-bar.client.tsx'
import { saveCompanyAction } from './actions.ts'
import { AddressFields, ContactFields, type Country } from './address-fields.client.tsx'
import { CompanyFields } from './company-fields.client.tsx'
import type { CompanyValues, HiddenNumbers } from './company-values.ts'

type CompanyFormProps = {
  initial: CompanyValues
  hidden: HiddenNumbers
  countries: readonly Country[]
  numberWords: NumberWords
}

/** What an invoice says of its seller, saved as a whole. */
export function CompanyForm(props: CompanyFormProps) {
  const [round, setRound] = useState(0)
  // Undone, the form starts anew with what is stored.
  return <CompanyFormRound key={round} {...props} onUndo={() => setRound(round + 1)} />
}

function CompanyFormRound({
  initial,
  hidden,
  countries,
  numberWords,
  onUndo,
}: CompanyFormProps & { onUndo: () => void }) {
  const words = useTranslations('settings')
  const [state, send] = useActionState(saveCompanyAction, idle)
  return (
    <ActionForm state={state} send={send} className="paper">
      <Section id="about-company" title={words('aboutCompany')}>
        <CompanyFields initial={initial} hidden={hidden} state={state} numberWords={numberWords} />
      </Section>
      <Section id="company-address" title={words('address')}>
        <AddressFields initial={initial} state={state} countries={countries} />
      </Section>
      <Section id="company-contact" title={words('contact')}>
        <ContactFields initial={initial} state={state} />
      </Section>
      <SaveBar state={state} onUndo={onUndo} />
    </ActionForm>
  )
}
