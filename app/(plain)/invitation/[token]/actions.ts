'use server'

import { redirect } from 'next/navigation'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { invitationForm } from '#lib/forms/account.ts'
import { acceptInvitation } from '#lib/services/operator/invitations.ts'

/** Uses an operator's invitation up: makes the user and signs in. */
export const acceptInvitationAction = defineAction({
  who: 'anyone',
  schema: invitationForm,
  run: acceptInvitation,
  then: async ({ secret }) => {
    await writeSessionCookie(secret)
    redirect('/operator')
  },
})
