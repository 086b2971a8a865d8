'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { succeed } from '#lib/core/result.ts'
import { languageForm, themeForm } from '#lib/forms/account.ts'
import { signOut } from '#lib/services/account/sessions.ts'
import { setLanguage } from '#lib/services/account/user-settings.ts'
import { clearSessionCookie } from './auth.ts'
import { defineCommand } from './define-action.ts'
import { rememberPreferences } from './preferences.ts'
import { contextFor } from './session.ts'

/** Changes the language, for this device and, when signed in, for the user and their mails. */
export const changeLanguageAction = defineCommand({
  who: 'anyone',
  schema: languageForm,
  run: async (_ctx, { language }) => {
    const user = await contextFor('signed-in')
    if (user) await setLanguage(user, language)
    return succeed(language)
  },
  then: async (language) => {
    await rememberPreferences({ language })
    revalidatePath('/', 'layout')
  },
})

/** Changes the look on this device. */
export const changeThemeAction = defineCommand({
  who: 'anyone',
  schema: themeForm,
  run: async (_ctx, { theme }) => succeed(theme),
  then: async (theme) => {
    await rememberPreferences({ theme })
    revalidatePath('/', 'layout')
  },
})

/** Signs out: the session is dead at once, on the server. */
export const signOutAction = defineCommand({
  // A session that has ended already is signed out of all the same: the cookie goes.
  who: 'anyone',
  schema: z.strictObject({}),
  run: async () => {
    const user = await contextFor('signed-in')
    if (user) await signOut(user, user.sessionId)
    return succeed(undefined)
  },
  then: async () => {
    await clearSessionCookie()
    redirect('/sign-in')
  },
})
