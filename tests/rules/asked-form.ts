import { NextIntlClientProvider } from 'next-intl'
import { createElement, Suspense } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { CreditedInvoice } from '#app/(portal)/invoices/credited-invoice.client.tsx'
import { DetailsSection } from '#app/(portal)/invoices/details-section.client.tsx'
import { draftReader } from '#app/(portal)/invoices/draft-reading.ts'
import { EditorProvider, type EditorTools } from '#app/(portal)/invoices/editor-context.client.tsx'
import type { EditorState } from '#app/(portal)/invoices/editor-state.ts'
import { EditorStore } from '#app/(portal)/invoices/editor-store.ts'
import { FixStrip } from '#app/(portal)/invoices/fix-strip.client.tsx'
import { giveRareParts } from '#app/(portal)/invoices/later-parts.client.tsx'
import { LineDetails } from '#app/(portal)/invoices/line-details.client.tsx'
import { LinesSection } from '#app/(portal)/invoices/lines-section.client.tsx'
import { judgeByRules } from '#app/(portal)/invoices/live-rules.ts'
import { fetchLowerPartsBy, lowerPart, lowerParts } from '#app/(portal)/invoices/lower.client.tsx'
import * as lowerPartsModule from '#app/(portal)/invoices/lower-parts.client.tsx'
import * as moreFields from '#app/(portal)/invoices/more-fields.client.tsx'
import { PaymentSection } from '#app/(portal)/invoices/payment-section.client.tsx'
import type { Problem } from '#app/(portal)/invoices/problems.ts'
import { giveRareTools } from '#app/(portal)/invoices/rare-tools.client.ts'
import { RecipientSection } from '#app/(portal)/invoices/recipient-section.client.tsx'
import type { EditorSurroundings } from '#app/(portal)/invoices/surroundings.ts'
import { UndoStrip } from '#app/(portal)/invoices/undo-strip.client.tsx'
import { demandParams } from '#lib/i18n/demand-params.ts'
import { faultParams } from '#lib/i18n/fault-params.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { messagesOf } from '#lib/i18n/messages.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import { cleanReference } from '#lib/invoice/clean-reference.ts'
import type { ComposeInput } from '#lib/invoice/outline.ts'
import { pastedLines } from '#lib/invoice/pasted-lines.ts'

giveRareParts({
  ...moreFields,
  LineDetails,
  CreditedInvoice,
  FixStrip,
  UndoStrip,
})
giveRareTools({ demandParams, cleanReference, pastedLines })
fetchLowerPartsBy(async () => lowerPartsModule)
// Rendered once in vain, and from then on at once.
renderToStaticMarkup(createElement(Suspense, null, ...Object.values(lowerPart)))
await lowerParts()
await Promise.resolve()

/** What a draft stands beside in the form. */
export function surroundingsOf({
  company,
  accounts,
  customer,
  today,
  number,
}: ComposeInput): EditorSurroundings {
  const proposals = { invoice: number, 'credit-note': number }
  return {
    company,
    accounts,
    customers: customer === null ? [] : [customer],
    today,
    proposals,
    creditable: [],
  }
}

/** The form with a draft in it, its rules loaded, after *Gå vidare* was pressed. */
export function pressedForm(
  input: ComposeInput,
  locale: Locale = 'sv',
): { store: EditorStore; state: EditorState } {
  const surroundings = surroundingsOf(input)
  const reader = draftReader(surroundings)
  const store = new EditorStore(input.draft, surroundings, reader(input.draft, []))
  store.takeReader(reader)
  store.takeRules((draft) => judgeByRules(draft, surroundings, locale))
  store.press()
  return { store, state: store.getSnapshot() }
}

/** All that the form has to say of a draft, what stops it first. */
export function problemsOf({ stops, remarks }: EditorState): readonly Problem[] {
  return [...stops, ...remarks]
}

/** A problem in words, as `useProblemWords` puts it. */
export function said({ code, params, message }: Problem, locale: Locale): string {
  if (message !== undefined) return message
  const translate = createMailTranslator(locale, 'faults')
  // The messages take different arguments: together they have no common type.
  return translate(code as Parameters<typeof translate>[0], faultParams(params) as never)
}

/** The form as its markup, with nothing but the fields: recipient, details, lines and payment. */
export function renderedForm(store: EditorStore, input: ComposeInput, locale: Locale): string {
  const terms = messagesOf(locale).document
  const tools = {
    // A page is rendered as the form was opened: here, as it is now.
    store: Object.create(store, { first: { value: store.getSnapshot() } }),
    surroundings: surroundingsOf(input),
    termsWords: { sv: terms, en: terms },
    invoiceId: 'invoice-1',
    files: [],
    countries: [['SE', 'Sverige']],
    userEmail: 'ida@example.se',
    isOnPhone: false,
  } as Partial<EditorTools> as EditorTools
  const sections = [RecipientSection, DetailsSection, LinesSection, PaymentSection]
  const form = createElement(
    EditorProvider,
    { value: tools },
    ...sections.map((section, index) => createElement(section, { key: index })),
  )
  const props = { locale, messages: messagesOf(locale), timeZone: 'Europe/Stockholm', children: form }
  return renderToStaticMarkup(createElement(NextIntlClientProvider, props))
}
