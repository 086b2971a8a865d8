'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { Button } from '#app/_components/button.tsx'
import { buttonClass } from '#app/_components/button-class.ts'
import { type DeviceStore, openDeviceStore } from '#app/_components/device-store.ts'
import { type DeviceRecord, sortRecords } from '#app/_invoice/device-record.ts'
import { livingWindows } from '#app/_invoice/device-windows.ts'
import { draftTransport } from '#app/_invoice/draft-transport.ts'
import { saveFoundDraft } from '#app/_invoice/save-found-draft.ts'
import { UndoNote } from '#app/_invoice/undo-note.client.tsx'
import { formatDateTime } from '#lib/i18n/format.ts'
import { filledLines } from '#lib/invoice/draft.ts'

/** Whose device it is, and what the page knows of the drafts that are listed. */
export type FoundDraftsProps = {
  userId: string
  /** Who the drafts of the list are for, by their ids. */
  buyers: Readonly<Record<string, string>>
}

/** What was typed on this device and never reached the server, by windows that are gone: each can be opened. */
export function FoundDraftsList({ userId, buyers }: FoundDraftsProps) {
  const words = useTranslations('documents')
  const { records, remove, drop, undrop, dropped, forget } = useFound(userId)
  if (records.length === 0 && dropped === null) return null
  return (
    <section aria-labelledby="found-drafts" className="card mb-4 grid gap-2">
      <h2 id="found-drafts">{words('foundTitle')}</h2>
      {records.length > 0 && <p className="text-muted">{words('foundText')}</p>}
      <ul className="empty:hidden">
        {records.map((record) => (
          <FoundDraft
            key={record.key}
            record={record}
            buyer={buyers[record.invoiceId]}
            onDrop={() => drop(record)}
            onSaved={() => remove(record)}
          />
        ))}
      </ul>
      {dropped !== null && (
        <UndoNote key={dropped.key} undo={words('undo')} onUndo={undrop} onGone={forget}>
          {words('foundDropped')}
        </UndoNote>
      )}
    </section>
  )
}

type FoundDraftProps = {
  record: DeviceRecord
  buyer: string | undefined
  onDrop: () => void
  /** The server has it. */
  onSaved: () => Promise<void>
}

function FoundDraft({ record, buyer, onDrop, onSaved }: FoundDraftProps) {
  const words = useTranslations('documents')
  const locale = useLocale()
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'busy' | 'stuck'>('idle')
  const isNew = record.baseRevision === 0 && buyer === undefined
  const name = isNew ? words('foundNew') : buyer || words('noRecipient')
  const open = async () => {
    if (state === 'busy') return
    setState('busy')
    const saved = await saveFoundDraft(record, draftTransport(record.invoiceId))
    if (saved === null) return setState('stuck')
    if (saved.isThere) await onSaved()
    router.push(saved.path)
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2">
      <span className="min-w-0 break-words">
        <span className="font-semibold">{name}</span>
        <span className="figures block text-hint text-muted">
          {words('foundFacts', {
            count: filledLines(record.draft).length,
            time: formatDateTime(record.at, locale),
          })}
        </span>
      </span>
      <span className="flex gap-2">
        {isNew ? (
          <Button onClick={open} aria-disabled={state === 'busy'}>
            {words('foundOpen')} <span className="sr-only">{name}</span>
          </Button>
        ) : (
          <Link href={`/invoices/${record.invoiceId}`} className={buttonClass()}>
            {words('foundOpen')} <span className="sr-only">{name}</span>
          </Link>
        )}
        <Button look="quiet" onClick={onDrop}>
          {words('foundDrop')} <span className="sr-only">{name}</span>
        </Button>
      </span>
      {state === 'stuck' && (
        <div className="basis-full">
          <Banner tone="bad" role="alert">
            {words('foundStuck')}
          </Banner>
        </div>
      )}
    </li>
  )
}

/** The records on this device that may be shown, and letting go of one with a way back. */
function useFound(userId: string) {
  const [store, setStore] = useState<DeviceStore | null>(null)
  const [records, setRecords] = useState<readonly DeviceRecord[]>([])
  const [dropped, setDropped] = useState<DeviceRecord | null>(null)
  useEffect(() => {
    let isOpen = true
    let opened: DeviceStore | null = null
    const look = async () => {
      opened = await openDeviceStore()
      const { kept } = sortRecords((await opened?.all()) ?? [], userId, new Date())
      const windows = await livingWindows()
      if (!isOpen) return opened?.close()
      setStore(opened)
      setRecords(kept.filter((record) => !windows.has(record.windowId)))
    }
    // Where the device keeps nothing, or cannot be read, nothing is found.
    look().catch(() => undefined)
    return () => {
      isOpen = false
      opened?.close()
    }
  }, [userId])
  const remove = async (record: DeviceRecord) => {
    // A record that stays is the same as the server's: its form lets go of it.
    await store?.change({ remove: [record.key] }).catch(() => undefined)
  }
  const drop = (record: DeviceRecord) => {
    void remove(record)
    setRecords((before) => before.filter((each) => each.key !== record.key))
    setDropped(record)
  }
  const undrop = () => {
    if (dropped === null) return
    void store?.change({ put: dropped })
    setRecords((before) => [dropped, ...before])
    setDropped(null)
  }
  return { records, dropped, remove, drop, undrop, forget: () => setDropped(null) }
}
