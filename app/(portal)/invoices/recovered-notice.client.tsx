'use client'

import { useTranslations } from 'next-intl'
import { useRef, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { Banner } from '#app/_components/banner.tsx'
import { Button } from '#app/_components/button.tsx'
import type { DeviceRecord } from '#app/_invoice/device-record.ts'
import { CompareDrafts } from './compare-drafts.client.tsx'
import { DraftConflict, messagesId } from './draft-conflict.client.tsx'
import { useTools } from './editor-context.client.tsx'
import type { RecoveryNotice } from './recovery.ts'
import { useDeviceKeeps } from './use-device.client.ts'
import { useDraftWords, useMoment } from './use-draft-words.client.ts'
import { useOnline } from './use-online.client.ts'

/** What the form has to say of what was kept outside it: no network, two versions, what was found and put back. */
export function RecoveredNotice() {
  const { recovery } = useTools()
  const { notice, offers, dropped, isOfferStuck } = useSyncExternalStore(
    recovery.subscribe,
    recovery.getSnapshot,
    () => recovery.first,
  )
  const box = useRef<HTMLDivElement>(null)
  // What was pressed may go with the press: the focus stays among the messages.
  const act = (work: () => void) => {
    flushSync(work)
    if (box.current?.contains(document.activeElement) !== true) box.current?.focus()
  }
  return (
    <div ref={box} id={messagesId} tabIndex={-1} className="grid gap-4 [&:has(.banner)]:mb-4">
      <OfflineBanner />
      <DraftConflict />
      {notice !== null && <Found notice={notice} act={act} />}
      {offers.map((record) => (
        <Offer key={record.key} record={record} act={act} />
      ))}
      {isOfferStuck && <OfferStuck />}
      {dropped !== null && <Dropped act={act} />}
    </div>
  )
}

function OfflineBanner() {
  const words = useTranslations('invoice')
  const isKept = useDeviceKeeps()
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <Banner tone="wait" role="status">
      {words(isKept ? 'offline' : 'offlineHere')}
    </Banner>
  )
}

type Act = (work: () => void) => void

function Found({ notice: { kind, at, other }, act }: { notice: RecoveryNotice; act: Act }) {
  const { recovery } = useTools()
  const words = useTranslations('invoice')
  const time = useMoment()(at)
  const said = {
    found: words('foundLate', { time }),
    restored: words('recovered', { time }),
    discarded: words('recoveredDiscarded'),
    taken: words('theirsTaken'),
  }[kind]
  const offer = {
    found: words('restore'),
    restored: words('discardRecovered'),
    discarded: words('undo'),
    taken: words('undo'),
  }[kind]
  const choice = (close?: () => void) => {
    const press = () => {
      close?.()
      act(() => recovery.press())
    }
    return <Button onClick={press}>{offer}</Button>
  }
  const actions = (
    <>
      <CompareDrafts theirs={other} actions={choice} />
      {choice()}
    </>
  )
  return (
    <Banner tone="info" role="status" actions={actions}>
      {said}
    </Banner>
  )
}

function Offer({ record, act }: { record: DeviceRecord; act: Act }) {
  const { recovery } = useTools()
  const words = useTranslations('invoice')
  const say = useDraftWords()
  const time = useMoment()(record.at)
  const actions = (
    <>
      <Button onClick={() => void recovery.openOffer(record)}>{words('openOffer')}</Button>
      <Button onClick={() => act(() => recovery.dropOffer(record))}>{words('dropOffer')}</Button>
    </>
  )
  return (
    <Banner tone="info" role="status" title={words('offered', { time })} actions={actions}>
      {say(record.draft, '')}
    </Banner>
  )
}

function OfferStuck() {
  const words = useTranslations('invoice')
  return (
    <Banner tone="bad" role="alert">
      {words('offerStuck')}
    </Banner>
  )
}

function Dropped({ act }: { act: Act }) {
  const { recovery } = useTools()
  const words = useTranslations('invoice')
  return (
    <Banner
      tone="info"
      role="status"
      actions={<Button onClick={() => act(() => recovery.undoDrop())}>{words('undo')}</Button>}
    >
      {words('offerDropped')}
    </Banner>
  )
}
