'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { type ActionState, idle } from '#app/_server/action-state.ts'
import { duplicateTemplateAction, removeTemplateAction, restoreTemplateAction } from './actions.ts'
import { RenameDialog } from './rename-dialog.client.tsx'
import { openId, TemplateCard, type TemplateCardRow } from './template-card.client.tsx'

const undoMs = 8000

type Named = { id: string; name: string }

/**
 * The templates as cards, with what can be done to each. What was removed can be brought back for 8 s, longer while
 * pointed at or in focus. `children` is shown when there are none.
 */
export function TemplateList({ rows, children }: { rows: readonly TemplateCardRow[]; children: ReactNode }) {
  const words = useTranslations('templates')
  const [removal, remove] = useActionState(removeTemplateAction, idle)
  const [restoring, restore] = useActionState(restoreTemplateAction, idle)
  const [copying, duplicate] = useActionState(duplicateTemplateAction, idle)
  const [renamed, setRenamed] = useState<Named | null>(null)
  useFreshFrame()
  useFocusOn(restoring, rows)
  useFocusOn(copying, rows)
  const isRestored =
    restoring.status === 'ok' && removal.status === 'ok' && restoring.value.id === removal.value.id
  return (
    <div className="grid gap-4">
      <Refusals states={[removal, restoring, copying]} />
      {removal.status === 'ok' && (
        <UndoRemoval
          key={`${removal.value.id}${isRestored}`}
          removed={removal.value}
          isRestored={isRestored}
          restore={restore}
        />
      )}
      <p role="status" className="sr-only">
        {copying.status === 'ok' && words('duplicated', { name: copying.value.name })}
      </p>
      {rows.length === 0 ? (
        children
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2 wide:grid-cols-3">
          {rows.map((row) => (
            <TemplateCard
              key={row.id}
              row={row}
              remove={remove}
              duplicate={duplicate}
              onRename={() => setRenamed({ id: row.id, name: row.name })}
            />
          ))}
        </ul>
      )}
      {renamed !== null && (
        <RenameDialog key={renamed.id} template={renamed} onClose={() => setRenamed(null)} />
      )}
    </div>
  )
}

/** The number in the frame was counted when the frame was drawn: a template saved from a form since then counts too. */
function useFreshFrame() {
  const router = useRouter()
  useEffect(() => router.refresh(), [router])
}

/** After a template came, or came back: focus on it, once its card is there. */
function useFocusOn(state: ActionState<Named>, rows: readonly TemplateCardRow[]) {
  const done = useRef<ActionState<Named>>(state)
  useEffect(() => {
    if (done.current === state || state.status !== 'ok') return
    if (!rows.some((row) => row.id === state.value.id)) return
    done.current = state
    document.getElementById(openId(state.value.id))?.focus()
  }, [state, rows])
}

function Refusals({ states }: { states: readonly ActionState[] }) {
  return states.map((state) => {
    if (state.status === 'idle' || state.status === 'ok') return null
    const text = state.status === 'invalid' ? state.faults[0]?.message : state.message
    return (
      <Banner key={`${state.status}${text}`} tone="bad" role="alert">
        {text}
        {state.status === 'broken' && <p className="figures text-hint">{state.reference}</p>}
      </Banner>
    )
  })
}

type UndoProps = { removed: Named; isRestored: boolean; restore: (form: FormData) => void }

function UndoRemoval({ removed, isRestored, restore }: UndoProps) {
  const words = useTranslations('templates')
  const box = useRef<HTMLFormElement>(null)
  const [isHeld, setHeld] = useState(false)
  const [isOver, setOver] = useState(false)
  // The card that had the focus is gone: it goes to what can be done about that.
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  useEffect(() => {
    if (isHeld || isRestored) return
    const timer = setTimeout(() => setOver(true), undoMs)
    return () => clearTimeout(timer)
  }, [isHeld, isRestored])
  if (isRestored) {
    return (
      <p role="status" className="sr-only">
        {words('restored', { name: removed.name })}
      </p>
    )
  }
  return (
    <div role="status">
      {!isOver && (
        <form
          ref={box}
          action={restore}
          className="flex flex-wrap items-center gap-3 rounded-button bg-neutral-soft px-3 py-1"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <input type="hidden" name="templateId" value={removed.id} />
          <span className="min-w-0 break-words">{words('removed', { name: removed.name })}</span>
          <SubmitButton look="quiet" pendingText={words('undo')}>
            {words('undo')}
          </SubmitButton>
        </form>
      )}
    </div>
  )
}
