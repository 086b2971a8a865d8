'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Paper } from '#app/_components/paper.tsx'
import { TakesFocus } from '#app/_components/takes-focus.client.tsx'
import { draftTransport } from '#app/_invoice/draft-transport.ts'
import type { SavedFile } from '#app/_invoice/panel-files.ts'
import type { CopyReview } from '#lib/invoice/copy-review.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { Autosave } from './autosave.ts'
import { Copied } from './copied.client.tsx'
import { DetailsSection } from './details-section.client.tsx'
import { deviceTools } from './device-tools.ts'
import type { DraftReading } from './draft-reading.ts'
import {
  type Countries,
  EditorProvider,
  type EditorTools,
  type TermsWords,
  useTools,
} from './editor-context.client.tsx'
import { EditorStore } from './editor-store.ts'
import { EditorTalong } from './editor-talong.client.tsx'
import { fetchRareParts, fetchRarePartsBy } from './later-parts.client.tsx'
import { fetchHintBy } from './lazy-hint.client.tsx'
import { LinesSection } from './lines-section.client.tsx'
import { fetchLowerPartsBy, lowerPart, lowerParts } from './lower.client.tsx'
import { PaymentSection } from './payment-section.client.tsx'
import { PreviewButton } from './preview-button.client.tsx'
import { giveRareTools } from './rare-tools.client.ts'
import { RecipientSection } from './recipient-section.client.tsx'
import { SavedLine } from './saved-line.client.tsx'
import { SignedOutDialog } from './signed-out-dialog.client.tsx'
import { Summary } from './summary.client.tsx'
import type { EditorSurroundings } from './surroundings.ts'
import { untilThere } from './until-there.ts'
import { useDevice } from './use-device.client.ts'
import { useLineLayout } from './use-layout.client.ts'
import { usePrepare } from './use-prepare.client.ts'
import { usePreview } from './use-preview.client.ts'
import { useReady } from './use-ready.client.ts'

const importLowerParts = () => import('./lower-parts.client.tsx')

fetchLowerPartsBy(importLowerParts)
fetchHintBy(async () => (await lowerParts()).DemandedHint)
fetchRarePartsBy(async () => {
  const parts = await (await importLowerParts()).importRareParts()
  giveRareTools(parts)
  return parts
})

type EditorProps = EditorSurroundings & {
  id: string
  revision: number
  draft: InvoiceDraft
  /** What follows from it. */
  reading: DraftReading
  termsWords: { sv: TermsWords; en: TermsWords }
  files: readonly SavedFile[]
  countries: Countries
  userId: string
  userEmail: string
  copy: CopyReview | undefined
  isOnPhone: boolean
}

/**
 * The invoice form. Its state lives in a store outside React's tree; each part subscribes to what it shows. Saves
 * itself; *Gå vidare* saves what is left and asks the server.
 */
export function Editor(props: EditorProps) {
  const [tools] = useState(() => makeTools(props))
  useDevice(tools)
  useAutosave(tools)
  useRules(tools)
  useEffect(fetchRareParts, [])
  return (
    <EditorProvider value={tools}>
      <EditorForm />
    </EditorProvider>
  )
}

function makeTools(props: EditorProps): EditorTools {
  const {
    id,
    revision,
    draft,
    reading,
    termsWords,
    files,
    countries,
    userId,
    userEmail,
    copy,
    isOnPhone,
    ...surroundings
  } = props
  const store = new EditorStore(draft, surroundings, reading, files)
  const autosave = new Autosave({
    revision,
    draft: () => store.getSnapshot().draft,
    transport: draftTransport(id),
    // The draft has an address of its own from now on; nothing is fetched.
    onFirstSave: () => window.history.replaceState(null, '', `/invoices/${id}`),
  })
  const kept = deviceTools({ userId, invoiceId: id, store, autosave })
  return {
    store,
    autosave,
    ...kept,
    surroundings,
    termsWords,
    invoiceId: id,
    files,
    countries,
    userEmail,
    copy,
    isOnPhone,
  }
}

/** Fetches what reads and judges the form once it stands, and until it comes: it can be used before. */
function useRules({ store, surroundings }: EditorTools) {
  const locale = useLocale()
  useEffect(() => {
    let isOpen = true
    void untilThere(importRules).then((rules) => {
      if (!isOpen) return
      store.takeReader(rules.draftReader(surroundings))
      store.takeRules((draft) => rules.judgeByRules(draft, surroundings, locale))
    })
    return () => {
      isOpen = false
    }
  }, [store, surroundings, locale])
}

/** What reads the form, with its checks and the published rules. */
const importRules = async () => (await importLowerParts()).importRules()

/** The same; null where it cannot be had now: then the server alone judges. */
const fetchRules = () => importRules().catch(() => null)

/** Saves after changes, and at once when the page is hidden or left, or the network is back. */
function useAutosave({ store, autosave }: EditorTools) {
  useEffect(() => {
    const flush = () => void autosave.flush()
    const flushHidden = () => document.visibilityState === 'hidden' && flush()
    const stop = store.onDraftChange(() => autosave.change())
    document.addEventListener('visibilitychange', flushHidden)
    window.addEventListener('online', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', flushHidden)
      window.removeEventListener('online', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [store, autosave])
}

function EditorForm() {
  const words = useTranslations('invoice')
  const { autosave, invoiceId } = useTools()
  const { press, isPending, refusal, isUnsaved, hasMovedOn } = usePrepare(fetchRules)
  const isReady = useReady()
  const preview = usePreview()
  const leave = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) void autosave.flush()
  }
  const pressByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void press()
  }
  return (
    <>
      <Summary />
      <SignedOutDialog />
      <PageHeader title={words('title')}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:[&_.button_svg]:hidden max-sm:[&_.button]:text-label">
          {/* Last on a phone, on a line of its own: it grows and shrinks as one types. */}
          <div className="max-sm:order-last max-sm:basis-full">
            <SavedLine />
          </div>
          {lowerPart.changes}
          <PreviewButton preview={preview} />
        </div>
      </PageHeader>
      {lowerPart.notices}
      <Copied />
      {refusal !== undefined && (
        <TakesFocus>
          <Banner
            tone="bad"
            role="alert"
            title={words('refused')}
            {...(hasMovedOn && {
              actions: <Link href={`/documents/${invoiceId}`}>{words('showDocument')}</Link>,
            })}
          >
            {refusal}
          </Banner>
        </TakesFocus>
      )}
      {isUnsaved && (
        <TakesFocus>
          <Banner tone="bad" role="alert" title={words('notSaved')}>
            {words('notSavedText')}
          </Banner>
        </TakesFocus>
      )}
      <div className="form-columns">
        {lowerPart.check}
        <form
          noValidate
          inert={!isReady}
          aria-label={words('form')}
          autoComplete="off"
          className="-mx-2 max-w-paper [&_*]:scroll-mb-6 desk:mx-0"
          onBlur={leave}
          onKeyDown={pressByKey}
          onSubmit={(event) => event.preventDefault()}
        >
          <Paper className="rounded-b-none">
            <RecipientSection />
            <DetailsSection />
            <LinesSection />
            <PaymentSection />
            {lowerPart.files}
            <TemplateOnPhone />
          </Paper>
          <EditorTalong onContinue={press} isPending={isPending} />
        </form>
        {preview.Preview !== null && <preview.Preview onClose={preview.close} />}
      </div>
    </>
  )
}

/** On a phone *Spara som mall* ends the form: in the talong it would cover a row of fields. */
function TemplateOnPhone() {
  return useLineLayout() === 'desk' ? null : <div className="mt-5 desk:hidden">{lowerPart.template}</div>
}
