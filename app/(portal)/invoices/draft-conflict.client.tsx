'use client'

import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { Button } from '#app/_components/button.tsx'
import { formatDate } from '#lib/i18n/format.ts'
import type { SaveState } from './autosave.ts'
import { CompareDrafts } from './compare-drafts.client.tsx'
import { useEditor, useTools } from './editor-context.client.tsx'
import { useDraftWords, useMoment } from './use-draft-words.client.ts'

/** The DOM id of the box that holds what the form has to say. */
export const messagesId = 'form-messages'

/** Two versions of one draft: what sets them apart, in words, and a choice between them; nothing until something differs. */
export function DraftConflict() {
  const { autosave } = useTools()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot, () => autosave.first)
  return state.kind === 'conflict' ? <Versions {...state} /> : null
}

function Versions({ theirs, foundAt }: Extract<SaveState, { kind: 'conflict' }>) {
  const { autosave, recovery, surroundings } = useTools()
  const words = useTranslations('invoice')
  const say = useDraftWords()
  const moment = useMoment()
  const mine = useEditor((state) => state.draft)
  const [isBusy, setBusy] = useState(false)
  const run = async (work: () => Promise<boolean>) => {
    if (isBusy) return
    setBusy(true)
    await work()
    setBusy(false)
    // What was pressed goes with the choice: the focus stays among the messages.
    if (document.activeElement === document.body) document.getElementById(messagesId)?.focus()
  }
  const title = () => {
    if (foundAt !== null) return words('conflictFound', { time: moment(foundAt) })
    const isToday = theirs !== null && formatDate(theirs.savedAt) === surroundings.today
    return isToday ? words('conflictAt', { time: moment(theirs.savedAt) }) : words('conflict')
  }
  const choice = (work: () => Promise<boolean>, close?: () => void) => () => {
    close?.()
    void run(work)
  }
  const choices = (close?: () => void) => (
    <>
      <Button onClick={choice(() => autosave.keepMine(), close)}>{words('keepMine')}</Button>
      <Button onClick={choice(() => recovery.takeTheirs(), close)}>{words('takeTheirs')}</Button>
    </>
  )
  const actions = (
    <>
      {theirs !== null && <CompareDrafts theirs={theirs.draft} actions={choices} />}
      {choices()}
    </>
  )
  return (
    <Banner tone="bad" role="alert" title={title()} actions={actions}>
      <p>
        {words('versionMine')} {say(mine, foundAt ?? autosave.changedAt)}
      </p>
      {theirs !== null && (
        <p>
          {words('versionOther')} {say(theirs.draft, theirs.savedAt)}
        </p>
      )}
    </Banner>
  )
}
