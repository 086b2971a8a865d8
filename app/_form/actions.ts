'use server'

import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { signInAgainForm } from '#lib/forms/account.ts'
import { signIn } from '#lib/services/account/sessions.ts'

/** Signs in over a page that is being worked on: a new session for the same address, and nobody goes anywhere. */
export const signInAgainAction = defineAction({
  who: 'anyone',
  schema: signInAgainForm,
  run: async (ctx, input) => {
    const done = await signIn(ctx, input)
    if (!done.ok) return done
    await writeSessionCookie(done.value.secret)
    // The secret is for the cookie alone: the value of an action reaches the page.
    return succeed(undefined)
  },
})
