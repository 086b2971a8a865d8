'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState, useTransition } from 'react'
import { flushSync } from 'react-dom'
import { Banner } from '#app/_components/banner.tsx'
import { Button } from '#app/_components/button.tsx'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { Dialog } from '#app/_components/dialog.client.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { Spinner } from '#app/_components/spinner.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { type ActionState, faultAt, idle } from '#app/_server/action-state.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { maxTemplateName, maxTemplateText } from '#lib/invoice/template-limits.ts'
import type { TemplateNames } from '#lib/services/templates/list-templates.ts'
import { saveTemplateAction, updateTemplateAction } from './actions.ts'

/** What was saved, and whether it is a new template or the one that was opened. */
export type TemplateSaved = { id: string; name: string; isNew: boolean }

/** What the action answers: saved, or no room; with the templates as they are now. */
type Saving = { saved: { id: string; name: string } | null; names: TemplateNames }

type DialogProps = {
  isOpen: boolean
  /** The form as it is now. */
  draft: () => InvoiceDraft
  initialName: string
  /** The template the form was opened from, while it is there. */
  own: { id: string; name: string } | undefined
  names: TemplateNames
  onNames: (names: TemplateNames) => void
  onSaved: (saved: TemplateSaved, names: TemplateNames) => void
  onClose: () => void
}

/**
 * The dialog *Spara som mall* (S24): a name, days of payment, whether the lines are kept. Works with a form that is
 * not finished. With all places taken it offers to replace one (S26). Whatever goes wrong, nothing typed is lost.
 */
export function SaveTemplateDialog(props: DialogProps) {
  const { own, names } = props
  const words = useTranslations('templates')
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const { send, isPending, state, problem, replaceError } = useSaving(props, form)
  const [terms] = useState(() => props.draft().paymentTermsDays)
  const isFull = names.templates.length >= names.limit
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    send(undefined)
  }
  return (
    <Dialog
      open={props.isOpen}
      onClose={props.onClose}
      title={words('save')}
      actions={
        <>
          <Button onClick={() => form.current?.closest('dialog')?.close()}>{words('cancel')}</Button>
          {own !== undefined && (
            <Button aria-disabled={isPending} onClick={() => send(own.id)}>
              {words('update', { name: own.name })}
            </Button>
          )}
          <button type="submit" form={formId} aria-disabled={isPending} className="button button-primary">
            {isPending && <Spinner />}
            {words(isPending ? 'saving' : 'saveAndClose')}
          </button>
        </>
      }
    >
      {problem !== undefined && (
        <Banner tone="bad" role="alert" title={words('notSaved')}>
          {problem}
        </Banner>
      )}
      <form ref={form} id={formId} noValidate onSubmit={submit} className="grid gap-4">
        <TextField
          id="template-name"
          name="name"
          label={words('name')}
          required
          maxLength={maxTemplateName}
          autoComplete="off"
          defaultValue={props.initialName.slice(0, maxTemplateName)}
          error={faultAt(state, 'name')}
        />
        <TextField
          id="template-terms"
          name="termsDays"
          label={words('termsDays')}
          hint={words('termsDaysHint')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={terms}
          error={faultAt(state, 'termsDays')}
        />
        <Checkbox id="template-lines" name="keepLines" label={words('keepLines')} defaultChecked />
        {isFull && (
          <>
            <Banner tone="wait">{words('full', { count: String(names.templates.length) })}</Banner>
            <SelectField
              id="template-replace"
              name="replaceId"
              label={words('replace')}
              defaultValue=""
              error={replaceError}
            >
              <option value="">{words('chooseReplace')}</option>
              {names.templates.map((template) => (
                <option key={template.id} value={template.id}>
                  {template.name}
                </option>
              ))}
            </SelectField>
            <p>
              <a href="/templates">{words('show')}</a>
            </p>
          </>
        )}
      </form>
    </Dialog>
  )
}

const controlIds: Readonly<Record<string, string>> = { name: 'template-name', termsDays: 'template-terms' }

/** Sends the form; pressed twice it goes once. An answer that never comes is said too. */
function useSaving(props: DialogProps, form: RefObject<HTMLFormElement | null>) {
  const words = useTranslations('templates')
  const [isPending, start] = useTransition()
  const [state, setState] = useState<ActionState<Saving>>(idle)
  const [said, setSaid] = useState<string>()
  const [mustReplace, setMustReplace] = useState(false)
  const busy = useRef(false)

  useEffect(() => {
    const field = state.status === 'invalid' ? state.faults[0]?.field : undefined
    if (field !== undefined) document.getElementById(controlIds[field] ?? '')?.focus()
  }, [state])

  const take = (answer: ActionState<Saving>, updatedId: string | undefined) => {
    setState(answer)
    if (answer.status !== 'ok') return
    const { saved, names } = answer.value
    if (saved === null) {
      flushSync(() => {
        props.onNames(names)
        setMustReplace(true)
      })
      document.getElementById('template-replace')?.focus()
      return
    }
    props.onSaved({ ...saved, isNew: updatedId === undefined }, names)
    form.current?.closest('dialog')?.close()
  }

  const send = (templateId: string | undefined) => {
    if (busy.current || form.current === null) return
    const body = new FormData(form.current)
    const text = textOf(props.draft(), body.has('keepLines'))
    if (new Blob([text]).size > maxTemplateText) return setSaid(words('tooLarge'))
    body.set('draft', text)
    if (templateId !== undefined) {
      body.delete('replaceId')
      body.set('templateId', templateId)
    }
    busy.current = true
    setSaid(undefined)
    setMustReplace(false)
    const action = templateId === undefined ? saveTemplateAction : updateTemplateAction
    start(async () => {
      try {
        const answer = await action(idle, body)
        take(answer, templateId)
      } catch {
        setSaid(words('unreachable'))
      }
      busy.current = false
    })
  }
  const refusal = state.status === 'refused' || state.status === 'broken' ? state.message : undefined
  const reference = state.status === 'broken' ? ` ${state.reference}` : ''
  const problem = said ?? (refusal === undefined ? undefined : `${refusal}${reference}`)
  return { send, isPending, state, problem, replaceError: mustReplace ? words('chooseReplace') : undefined }
}

/** The draft as it is sent; lines that are not kept do not travel. */
function textOf(draft: InvoiceDraft, keepLines: boolean): string {
  return JSON.stringify(keepLines ? draft : { ...draft, lines: [] })
}
