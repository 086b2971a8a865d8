'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { plainAnswerForm, queryAnswerForm, rejectAnswerForm } from '#lib/forms/documents.ts'
import { answerDocument } from '#lib/services/inbox/answer-document.ts'

const showAgain = () => revalidatePath('/inbox', 'layout')

/** *Acceptera* and *Markera som betald* (K32). */
export const answerPlainlyAction = defineAction({
  who: 'recipient',
  schema: plainAnswerForm,
  run: (ctx, input) => answerDocument(ctx, { ...input, text: '' }),
  then: showAgain,
})

/** *Under utredning…*, with what the recipient wants to know. */
export const queryDocumentAction = defineAction({
  who: 'recipient',
  schema: queryAnswerForm,
  run: (ctx, { documentId, question }) =>
    answerDocument(ctx, { documentId, answer: 'under-query', text: question }),
  then: showAgain,
})

/** *Avvisa…*, with a reason. */
export const rejectDocumentAction = defineAction({
  who: 'recipient',
  schema: rejectAnswerForm,
  run: (ctx, { documentId, reason }) => answerDocument(ctx, { documentId, answer: 'rejected', text: reason }),
  then: showAgain,
})
