'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction, defineCommand } from '#app/_server/define-action.ts'
import { rememberPreferences } from '#app/_server/preferences.ts'
import { succeed } from '#lib/core/result.ts'
import { signInForm } from '#lib/forms/account.ts'
import { signIn } from '#lib/services/account/sessions.ts'
import { startSandbox } from '#lib/services/account/start-sandbox.ts'

/** Signs in (S5): a session of its own for this device, in the language stored with the user. */
export const signInAction = defineAction({
  who: 'anyone',
  schema: signInForm,
  run: signIn,
  then: async ({ secret, locale }, { next }) => {
    await writeSessionCookie(secret)
    await rememberPreferences({ language: locale })
    redirect(next)
  },
})

/** *Prova utan konto* (K35): a company of its own where nothing leaves, signed in to at once. */
export const startSandboxAction = defineCommand({
  who: 'anyone',
  schema: z.strictObject({}),
  run: async (ctx) => {
    const started = await startSandbox(ctx)
    return succeed(started.ok ? started.value.secret : null)
  },
  then: async (secret) => {
    if (secret === null) redirect('/sign-in?trial=later')
    await writeSessionCookie(secret)
    redirect('/')
  },
})
