'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { approveLinkForm, refuseLinkForm } from '#lib/forms/customers.ts'
import { answerLink } from '#lib/services/recipients/answer-link.ts'

const showAnswer = (_answered: unknown, { token }: { token: string }) => {
  const page = `/link/${encodeURIComponent(token)}`
  revalidatePath(page)
  redirect(page)
}

/** *Godkänn* by the link in the mail, without an account (K9). Works once. */
export const approveLinkAction = defineAction({
  who: 'anyone',
  schema: approveLinkForm,
  run: (ctx, { token }) => answerLink(ctx, { token, answer: 'approve' }),
  then: showAnswer,
})

/** *Neka* by the link in the mail, with a reason. Works once. */
export const refuseLinkAction = defineAction({
  who: 'anyone',
  schema: refuseLinkForm,
  run: (ctx, { token, reason }) => answerLink(ctx, { token, answer: 'refuse', reason }),
  then: showAnswer,
})
