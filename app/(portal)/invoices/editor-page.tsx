import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { ClientWords, sharedNamespaces } from '#app/_components/client-messages.tsx'
import type { SavedFile } from '#app/_invoice/panel-files.ts'
import { countryCodes } from '#lib/codelists/countries.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { type Messages, messagesOf, pickMessages } from '#lib/i18n/messages.ts'
import { faultRules } from '#lib/invoice/faults.ts'
import type { EditorData } from '#lib/services/invoices/drafts.ts'
import { draftReader } from './draft-reading.ts'
import { Editor } from './editor.client.tsx'
import type { Countries, TermsWords } from './editor-context.client.tsx'
import { TemplatesProvider } from './save-template.client.tsx'
import { TemplateGone } from './template-gone.tsx'

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
  'addressLine2',
  'postalCode',
  'city',
  'country',
  'password',
] as const

type EditorPageProps = {
  data: EditorData
  files: readonly SavedFile[]
  user: { userId: string; userEmail: string }
}

/** The form's page: the editor with the words it says, and no others. */
export async function EditorPage({ data, files, user }: EditorPageProps) {
  const locale = await getLocale()
  const words = await getTranslations('invoice')
  const userAgent = (await headers()).get('user-agent') ?? ''
  const all = messagesOf(locale)
  const messages = {
    ...pickMessages(locale, [
      ...sharedNamespaces,
      'invoice',
      'demands',
      'templates',
      'units',
      'attachments',
      'signIn',
    ]),
    // The words that also stand on the invoice itself, here in the reader's language.
    document: documentLists(all.document),
    faults: pick(all.faults, Object.keys(faultRules)),
    fields: pick(all.fields, fieldWords),
  }
  return (
    <ClientWords locale={locale} words={messages}>
      <noscript>
        <p className="mb-4 font-semibold">{words('noScript')}</p>
      </noscript>
      <TemplateGone missing={data.missing} />
      {data.replaces && (
        <div className="mb-4">
          <Banner tone="info" title={words('replacesTitle', { number: data.replaces.number })}>
            {data.replaces.reason}
          </Banner>
        </div>
      )}
      <TemplatesProvider value={data.templates}>
        <Editor
          key={data.id}
          id={data.id}
          revision={data.revision}
          draft={data.draft}
          reading={draftReader(data)(data.draft, files)}
          company={data.company}
          accounts={data.accounts}
          customers={data.customers}
          today={data.today}
          proposals={data.proposals}
          creditable={data.creditable}
          files={files}
          countries={countriesOf(locale)}
          userId={user.userId}
          userEmail={user.userEmail}
          copy={data.copy}
          isOnPhone={/\bMobi/.test(userAgent)}
          termsWords={{ sv: termsWordsOf('sv'), en: termsWordsOf('en') }}
        />
      </TemplatesProvider>
    </ClientWords>
  )
}

function documentLists({ reasons, objectSchemes, classifications }: Messages['document']) {
  return { reasons, objectSchemes, classifications }
}

/** The sentences about payment, without the other words that only the finished invoice says. */
function termsWordsOf(locale: Locale): TermsWords {
  const { netDays, endOfMonth, onReceipt, payBy, lateInterest, settlement } = messagesOf(locale).document
  return { netDays, endOfMonth, onReceipt, payBy, lateInterest, settlement }
}

function countriesOf(locale: Locale): Countries {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const name = (code: string) => (code === '1A' ? 'Kosovo' : (names.of(code) ?? code))
  const others = countryCodes.filter((code) => code !== 'SE').map((code) => [code, name(code)] as const)
  return [['SE', name('SE')], ...others.toSorted((a, b) => a[1].localeCompare(b[1], locale))]
}

function pick(words: object, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).filter(([key, said]) => keys.includes(key) && typeof said === 'string'),
  )
}
