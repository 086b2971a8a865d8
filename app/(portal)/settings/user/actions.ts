'use server'

import { defineAction } from '#app/_server/define-action.ts'
import { fail, succeed } from '#lib/core/result.ts'
import { changePasswordForm } from '#lib/forms/account.ts'
import { changePassword } from '#lib/services/account/user-settings.ts'

/** Changes the password (S4); every other device is signed out. A wrong current one is told at its field. */
export const changePasswordAction = defineAction({
  who: 'company',
  schema: changePasswordForm,
  run: async (ctx, input) => {
    const changed = await changePassword(ctx, input)
    if (changed.ok) return succeed({ changedAt: ctx.clock.now().toISOString() })
    return fail(changed.code, [{ field: 'currentPassword', code: changed.code }])
  },
})
