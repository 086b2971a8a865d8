'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { countOneMoreToSend } from '#app/_components/nav-count.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { prepareInvoiceAction } from './actions.ts'
import type { SaveState } from './autosave.ts'
import { useTools } from './editor-context.client.tsx'
import type * as LiveRules from './live-rules.ts'

/**
 * *Gå vidare*: what is wrong first, then what is not saved, then the server. Pressed twice it goes once. `fetchRules`:
 * what judges the form here; null where it cannot be had now, and the server alone judges.
 */
export function usePrepare(fetchRules: () => Promise<typeof LiveRules | null>) {
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
  }, [state, store, autosave, hasEnded, fetchRules])

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
