'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { claimRequestForm } from '#lib/forms/customers.ts'
import { requestClaim } from '#lib/services/recipients/claim.ts'

/** Asks for the link that claims a party: the same page follows whatever the number was (W10). */
export const requestClaimAction = defineAction({
  who: 'anyone',
  schema: claimRequestForm,
  run: requestClaim,
  then: () => redirect('/claim/sent'),
})
