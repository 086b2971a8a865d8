import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { sharedNamespaces } from '#app/_components/client-messages.tsx'
import { messagesOf, pickMessages } from '#lib/i18n/messages.ts'
import { faultRules } from '#lib/invoice/faults.ts'
import type { EditorData } from '#lib/services/invoices/drafts.ts'
import { Editor } from './editor.client.tsx'

const fieldWords = [
  'itemName',
  'quantity',
  'unit',
  'price',
  'vat',
  'total',
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'paymentTerms',
  'buyerReference',
  'sellerReference',
  'orderNumber',
  'bankgiro',
  'plusgiro',
  'iban',
  'orgNumber',
  'address',
  'electronicAddress',
] as const

/** The form's page: the editor with the words it says, and no others. */
export async function EditorPage({ data }: { data: EditorData }) {
  const locale = await getLocale()
  const words = await getTranslations('invoice')
  const all = messagesOf(locale)
  const messages = {
    ...pickMessages(locale, [...sharedNamespaces, 'invoice', 'units']),
    faults: pick(all.faults, Object.keys(faultRules)),
    fields: pick(all.fields, fieldWords),
  }
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      <noscript>
        <p className="mb-4 font-semibold">{words('noScript')}</p>
      </noscript>
      <Editor
        key={data.id}
        id={data.id}
        revision={data.revision}
        draft={data.draft}
        company={data.company}
        accounts={data.accounts}
        customers={data.customers}
        today={data.today}
        termsWords={{ sv: messagesOf('sv').document, en: messagesOf('en').document }}
      />
    </NextIntlClientProvider>
  )
}

function pick(words: object, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).filter(([key, said]) => keys.includes(key) && typeof said === 'string'),
  )
}
