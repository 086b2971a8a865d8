'use server'

import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { articleForm } from '#lib/forms/articles.ts'
import { customerDefaultsForm } from '#lib/forms/customers.ts'
import { prepareForm } from '#lib/forms/invoices.ts'
import { saveTemplateForm, updateTemplateForm } from '#lib/forms/templates.ts'
import { forgetArticle, recallArticle } from '#lib/services/articles/forget-article.ts'
import { saveCustomerDefaults } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { readTemplateNames } from '#lib/services/templates/list-templates.ts'
import { saveTemplate, updateTemplate } from '#lib/services/templates/save-template.ts'

/**
 * *Gå vidare med fakturan* (S33): the draft as last saved gets its number and lies in *Godkänn och skicka*. The form goes
 * there itself: a redirect would have the server ask itself for that page, and render its frame anew.
 */
export const prepareInvoiceAction = defineAction({
  who: 'supplier',
  schema: prepareForm,
  run: prepareInvoice,
})

/** *Spara som mall* (S24). With all places taken (S26): nothing saved, and the templates one may replace. */
export const saveTemplateAction = defineAction({
  who: 'supplier',
  schema: saveTemplateForm,
  run: async (ctx, input) => {
    const saved = await saveTemplate(ctx, input)
    return succeed({ saved: saved.ok ? saved.value : null, names: await readTemplateNames(ctx) })
  },
})

/** *Uppdatera mallen* (2.7): the template that was opened is as the form is now. */
export const updateTemplateAction = defineAction({
  who: 'supplier',
  schema: updateTemplateForm,
  run: async (ctx, input) => {
    const saved = await updateTemplate(ctx, input)
    return saved.ok ? succeed({ saved: saved.value, names: await readTemplateNames(ctx) }) : saved
  },
})

/** *Glöm* in the suggestions of *Benämning*. */
export const forgetArticleAction = defineAction({ who: 'supplier', schema: articleForm, run: forgetArticle })

/** *Ångra* after *Glöm*. */
export const recallArticleAction = defineAction({ who: 'supplier', schema: articleForm, run: recallArticle })

/** *Spara som standard*, and *Nej tack*: what the next invoice to the customer begins with. */
export const saveCustomerDefaultsAction = defineAction({
  who: 'supplier',
  schema: customerDefaultsForm,
  run: saveCustomerDefaults,
})
