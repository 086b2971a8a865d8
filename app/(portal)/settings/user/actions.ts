'use server'

import { revalidatePath } from 'next/cache'
import { defineAction, defineCommand } from '#app/_server/define-action.ts'
import { fail, succeed } from '#lib/core/result.ts'
import {
  changeEmailForm,
  changePasswordForm,
  deviceForm,
  mailChoiceForm,
  nameForm,
} from '#lib/forms/account.ts'
import { requestEmailChange } from '#lib/services/account/change-email.ts'
import { signOutDevices } from '#lib/services/account/sessions.ts'
import { changeName, changePassword, chooseMail } from '#lib/services/account/user-settings.ts'

/** Changes the name. */
export const changeNameAction = defineAction({
  who: 'company',
  schema: nameForm,
  run: async (ctx, input) => {
    await changeName(ctx, input)
    return succeed({ savedAt: ctx.clock.now().toISOString() })
  },
  then: () => revalidatePath('/', 'layout'),
})

/** Chooses which letters the user gets (K30). */
export const chooseMailAction = defineAction({
  who: 'company',
  schema: mailChoiceForm,
  run: chooseMail,
  then: () => revalidatePath('/settings/user'),
})

/** Mails a link to a new address. What is wrong is told at its field. */
export const changeEmailAction = defineAction({
  who: 'company',
  schema: changeEmailForm,
  run: async (ctx, input) => {
    const asked = await requestEmailChange(ctx, input)
    if (asked.ok) return succeed({ ...asked.value, sentAt: ctx.clock.now().toISOString() })
    const field = asked.code === 'email-same' ? 'email' : 'currentPassword'
    return fail(asked.code, [{ field, code: asked.code }])
  },
})

/** Changes the password (S4); every other device is signed out. A wrong current one is told at its field. */
export const changePasswordAction = defineAction({
  who: 'company',
  schema: changePasswordForm,
  run: async (ctx, input) => {
    const changed = await changePassword(ctx, input)
    if (changed.ok) return succeed({ changedAt: ctx.clock.now().toISOString() })
    return fail(changed.code, [{ field: 'currentPassword', code: changed.code }])
  },
  then: () => revalidatePath('/settings/user'),
})

/** Signs one other device out, or with no device named all others (K3). */
export const signOutDevicesAction = defineCommand({
  who: 'company',
  schema: deviceForm,
  run: signOutDevices,
  then: () => revalidatePath('/settings/user'),
})
