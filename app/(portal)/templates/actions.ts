'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { nameTemplateForm, templateForm } from '#lib/forms/templates.ts'
import {
  duplicateTemplate,
  removeTemplate,
  renameTemplate,
  restoreTemplate,
} from '#lib/services/templates/change-template.ts'

/** *Byt namn* (2.7). */
export const renameTemplateAction = defineAction({
  who: 'supplier',
  schema: nameTemplateForm,
  run: renameTemplate,
  then: () => revalidatePath('/templates'),
})

/** *Duplicera* (2.7): refused when there is no room for one more. */
export const duplicateTemplateAction = defineAction({
  who: 'supplier',
  schema: nameTemplateForm,
  run: duplicateTemplate,
  then: () => revalidatePath('/templates'),
})

/** *Ta bort* (2.7): can be undone. */
export const removeTemplateAction = defineAction({
  who: 'supplier',
  schema: templateForm,
  run: removeTemplate,
  then: () => revalidatePath('/templates'),
})

/** *Ångra* after *Ta bort*: refused when its place was taken meanwhile. */
export const restoreTemplateAction = defineAction({
  who: 'supplier',
  schema: templateForm,
  run: restoreTemplate,
  then: () => revalidatePath('/templates'),
})
