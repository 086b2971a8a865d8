import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { TextArea, TextField } from '#app/_components/text-field.tsx'
import { Wizard } from '#app/_components/wizard.tsx'
import { requireContext } from '#app/_server/session.ts'
import { getDirectoryParty } from '#lib/services/customers/search-directory.ts'
import { StepForm } from './step-form.client.tsx'

type Props = {
  params: Promise<{ partyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('customers')
  return { title: words('step1') }
}

/** *Lägg till {företag}*, step 1: our own customer number (S14), and a message where approval is needed. */
export default async function AddCustomerPage({ params, searchParams }: Props) {
  const ctx = await requireContext('supplier')
  const party = await getDirectoryParty(ctx, (await params).partyId)
  if (!party) notFound()
  if (party.customerId !== null) redirect(`/customers/add/${party.id}/done`)
  const { customerNumber, message } = await searchParams
  const words = await getTranslations('customers')
  return (
    <Wizard title={words('step1')} step={1} of={2}>
      <p className="mb-4 text-muted">{words('wizard', { name: party.name })}</p>
      <StepForm action={`/customers/add/${party.id}/confirm`}>
        <TextField
          id="customerNumber"
          name="customerNumber"
          label={words('numberLabel', { name: party.name })}
          hint={words(party.approval === 'manual' ? 'numberHintShown' : 'numberHint')}
          defaultValue={typeof customerNumber === 'string' ? customerNumber : ''}
          maxLength={30}
          autoComplete="off"
          optional
        />
        {party.approval === 'manual' && (
          <TextArea
            id="message"
            name="message"
            label={words('messageLabel')}
            hint={words('messageHint', { name: party.name })}
            defaultValue={typeof message === 'string' ? message : ''}
            maxLength={500}
            optional
          />
        )}
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/customers/search">{words('previous')}</LinkButton>
          <Button type="submit" look="primary">
            {words('next')}
          </Button>
        </div>
      </StepForm>
    </Wizard>
  )
}
