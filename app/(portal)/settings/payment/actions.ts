'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { fail } from '#lib/core/result.ts'
import { addAccountForm, changeAccountForm, removeAccountForm } from '#lib/forms/company.ts'
import { addAccount, changeAccount, removeAccount } from '#lib/services/company/accounts.ts'
import { accountsSavedHref, placeOfRefusal } from './account-answers.ts'

/** Adds an account that the company is paid to, after the password (K7). */
export const addAccountAction = defineAction({
  who: 'supplier',
  schema: addAccountForm,
  run: async (ctx, input) => {
    const added = await addAccount(ctx, input)
    return added.ok ? added : fail(added.code, placeOfRefusal(added.code))
  },
  then: ({ savedAt }) => {
    revalidatePath('/settings', 'layout')
    redirect(accountsSavedHref(savedAt))
  },
})

/** Changes an account, after the password (K7). */
export const changeAccountAction = defineAction({
  who: 'supplier',
  schema: changeAccountForm,
  run: async (ctx, input) => {
    const changed = await changeAccount(ctx, input)
    return changed.ok ? changed : fail(changed.code, placeOfRefusal(changed.code))
  },
  then: ({ savedAt }) => {
    revalidatePath('/settings', 'layout')
    redirect(accountsSavedHref(savedAt))
  },
})

/** Takes an account away, after the password (K7). */
export const removeAccountAction = defineAction({
  who: 'supplier',
  schema: removeAccountForm,
  run: async (ctx, input) => {
    const removed = await removeAccount(ctx, input)
    return removed.ok ? removed : fail(removed.code, placeOfRefusal(removed.code))
  },
  then: ({ savedAt }) => {
    revalidatePath('/settings', 'layout')
    redirect(accountsSavedHref(savedAt))
  },
})
