'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import {
  type FocusEvent,
  type KeyboardEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { ErrorSummary } from '#app/_components/error-summary.client.tsx'
import { countOneMoreToSend } from '#app/_components/nav-count.client.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Paper } from '#app/_components/paper.tsx'
import { TakesFocus } from '#app/_components/takes-focus.client.tsx'
import { draftTransport } from '#app/_invoice/draft-transport.ts'
import type { SavedFile } from '#app/_invoice/panel-files.ts'
import { idle } from '#app/_server/action-state.ts'
import type { CopyReview } from '#lib/invoice/copy-review.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { prepareInvoiceAction } from './actions.ts'
import { Autosave, type SaveState } from './autosave.ts'
import { Copied } from './copied.client.tsx'
import { DetailsSection } from './details-section.client.tsx'
import { deviceTools } from './device-tools.ts'
import type { DraftReading } from './draft-reading.ts'
import {
  type Countries,
  EditorProvider,
  type EditorTools,
  type TermsWords,
  useEditor,
  useProblemWords,
  useTools,
} from './editor-context.client.tsx'
import { EditorStore } from './editor-store.ts'
import { EditorTalong } from './editor-talong.client.tsx'
import { fetchRareParts, fetchRarePartsBy } from './later-parts.client.tsx'
import { fetchHintBy } from './lazy-hint.client.tsx'
import { currentLineLayout } from './line-layout.ts'
import { LinesSection } from './lines-section.client.tsx'
import { fetchLowerPartsBy, lowerPart, lowerParts } from './lower.client.tsx'
import { PaymentSection } from './payment-section.client.tsx'
import { PreviewButton } from './preview-button.client.tsx'
import { oncePerField, targetId } from './problems.ts'
import { giveRareTools } from './rare-tools.client.ts'
import { RecipientSection } from './recipient-section.client.tsx'
import { SavedLine } from './saved-line.client.tsx'
import { SignedOutDialog } from './signed-out-dialog.client.tsx'
import type { EditorSurroundings } from './surroundings.ts'
import { untilThere } from './until-there.ts'
import { useDevice } from './use-device.client.ts'
import { useLineLayout } from './use-layout.client.ts'
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
  const { press, isPending, refusal, isUnsaved, hasMovedOn } = usePrepare()
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

/** *Gå vidare*: what is wrong first, then what is not saved, then the server. Pressed twice it goes once. */
function usePrepare() {
  const { store, autosave, invoiceId } = useTools()
  const router = useRouter()
  const words = useTranslations('invoice')
  const prepare: typeof prepareInvoiceAction = async (previous, form) => {
    const answer = await prepareInvoiceAction(previous, form).catch((error: unknown) => {
      // The network was away, perhaps only for the answer: the form stays, and the next press finds out.
      if (!(error instanceof TypeError)) throw error
      return { status: 'refused', code: 'no-answer', message: words('noAnswer'), values: {} } as const
    })
    if (answer.status === 'ok') {
      countOneMoreToSend()
      // There is no draft to come back to: Back leads to where the form was opened from.
      router.replace(`/send?prepared=${encodeURIComponent(answer.value.number)}`)
    }
    return answer
  }
  const [state, dispatch, isSending] = useActionState(prepare, idle)
  // Why the last press found the draft not saved.
  const [unsaved, setUnsaved] = useState<SaveState['kind'] | null>(null)
  const hasEnded = state.status === 'refused' && state.code === 'signed-out'
  const hasMovedOn = unsaved === 'moved-on' || (state.status === 'refused' && state.code === 'moved-on')
  const [isSaving, setSaving] = useState(false)
  const busy = useRef(false)

  useEffect(() => {
    // Whoever goes on to the next page leaves the form as it was sent.
    if (state.status !== 'idle' && state.status !== 'ok') {
      busy.current = false
      store.hold(false)
    }
    // A save is told the same, and opens the dialog to sign in.
    if (hasEnded) {
      autosave.change()
      void autosave.flush()
    }
    if (state.status !== 'invalid') return
    void fetchRules().then((rules) => {
      const ruleIds: Readonly<Record<string, { ruleId: string }>> = rules?.faultRules ?? {}
      const problems = state.faults.map(({ params = {}, ...fault }) => ({
        ...fault,
        params,
        ...ruleIds[fault.code],
      }))
      store.takeServerProblems(problems)
    })
  }, [state, store, autosave, hasEnded])

  const press = async () => {
    if (busy.current) return
    busy.current = true
    await fetchRules()
    busy.current = store.press()
    if (!busy.current) return
    // What goes on is what stands here: a key pressed now would be in neither the invoice nor a draft.
    store.hold(true)
    setSaving(true)
    setUnsaved(null)
    // Opened from a template and complete at once: nothing was typed, and there is no draft yet.
    if (autosave.revision === 0) autosave.change()
    const isSaved = (await autosave.retry()) && autosave.revision > 0
    setSaving(false)
    setUnsaved(isSaved ? null : autosave.getSnapshot().kind)
    if (!isSaved) {
      busy.current = false
      store.hold(false)
      return
    }
    const form = new FormData()
    form.set('invoiceId', invoiceId)
    form.set('revision', String(autosave.revision))
    startTransition(() => dispatch(form))
  }
  const isRefused = (state.status === 'refused' && !hasEnded) || state.status === 'broken'
  const answer = isRefused && !isSending ? state.message : undefined
  return {
    press,
    isPending: isSaving || isSending || state.status === 'ok',
    refusal: unsaved === 'moved-on' ? words('movedOn') : answer,
    isUnsaved: unsaved !== null && unsaved !== 'moved-on',
    hasMovedOn,
  }
}

function Summary() {
  const say = useProblemWords()
  const summary = useEditor((state) => state.summary)
  const isWhole = useEditor((state) => state.stops.length === 0 && state.serverProblems.length === 0)
  const attempts = useEditor((state) => state.attempts)
  const firstKey = useEditor((state) => state.keys[0] ?? '')
  if (isWhole || summary.length === 0) return null
  const onPhone = currentLineLayout() === 'phone'
  const items = oncePerField(summary).map((problem) => {
    const id = targetId(problem.field, firstKey, onPhone)
    if (problem.field.startsWith('company.')) return { message: say(problem), href: '/settings/company' }
    return { message: say(problem), ...(id === undefined ? {} : { fieldId: id }) }
  })
  return <ErrorSummary items={items} attempt={attempts} />
}
