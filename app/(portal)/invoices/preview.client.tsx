'use client'

import { X } from 'lucide-react'
import { NextIntlClientProvider, useTranslations } from 'next-intl'
import {
  type ReactNode,
  startTransition,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { IconButton } from '#app/_components/button.tsx'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import { PrintButton } from '#app/_invoice/print-button.client.tsx'
import { createDocumentTranslator, documentMessagesOf } from '#lib/i18n/document-messages.ts'
import { documentLanguageOf, documentWordsOf } from '#lib/invoice/document-words.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { gapsOf, outlineInvoice } from '#lib/invoice/outline.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { EditorStore } from './editor-store.ts'

/** So long after the last change is the paper drawn anew: never between two keys of a word. */
const pauseMs = 600

// The same line as the token --breakpoint-side.
const besideQuery = '(width >= 90rem)'

/**
 * The invoice as its reader will see it (K22), in its own language: beside the form where there is room, else over it.
 * Needs the words of `invoice` and `common`.
 */
export function Preview({ onClose }: { onClose: () => void }) {
  const isBeside = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(besideQuery).matches,
    () => false,
  )
  return isBeside ? <Panel onClose={onClose} /> : <Sheet onClose={onClose} />
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(besideQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function Panel({ onClose }: { onClose: () => void }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="preview preview-panel">
      <Bar titleId={titleId} onClose={onClose} />
      <DraftPaper />
    </section>
  )
}

function Sheet({ onClose }: { onClose: () => void }) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby={titleId} className="preview preview-sheet" onClose={onClose}>
      <Bar titleId={titleId} onClose={() => dialog.current?.close()} />
      <DraftPaper />
    </dialog>
  )
}

function Bar({ titleId, onClose }: { titleId: string; onClose: () => void }): ReactNode {
  const words = useTranslations('invoice')
  const common = useTranslations('common')
  return (
    <div className="preview-bar">
      <h2 id={titleId} className="grow">
        {words('previewTitle')}
      </h2>
      <PrintButton>{words('print')}</PrintButton>
      <IconButton icon={X} name={common('close')} onClick={onClose} />
    </div>
  )
}

/** The draft as the document it becomes: the same paper as in the recipient's inbox. */
function DraftPaper() {
  const { store, surroundings } = useTools()
  const files = useEditor((state) => state.files)
  const { company, accounts, customers, today, proposals } = surroundings
  const draft = usePausedDraft(store)
  const customer = customers.find((each) => each.customerId === draft.customerId) ?? null
  const language = documentLanguageOf(draft, customer?.address.country ?? 'SE')
  const words = documentWordsOf(draft, today, company, language, createDocumentTranslator(language))
  const number = draft.invoiceNumberEdited ? draft.invoiceNumber.trim() : proposals[draft.kind]
  const input = { draft, company, accounts, customer, today, number, words }
  const outline = outlineInvoice(input)
  return (
    <div lang={language} className="preview-paper">
      <NextIntlClientProvider locale={language} messages={documentMessagesOf(language)}>
        <InvoicePaper invoice={outline} gaps={gapsOf(outline, input)} files={files} />
      </NextIntlClientProvider>
    </div>
  )
}

/** The draft as it was when somebody last paused. */
function usePausedDraft(store: EditorStore): InvoiceDraft {
  const [draft, setDraft] = useState(() => store.getSnapshot().draft)
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined
    const draw = () => startTransition(() => setDraft(store.getSnapshot().draft))
    const stop = store.onDraftChange(() => {
      clearTimeout(pause)
      pause = setTimeout(draw, pauseMs)
    })
    return () => {
      stop()
      clearTimeout(pause)
    }
  }, [store])
  return draft
}
