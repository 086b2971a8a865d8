'use client'

import { Camera, Paperclip } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { buttonClass } from '#app/_components/button-class.ts'
import { Icon } from '#app/_components/icon.tsx'
import { AttachmentRow } from './attachment-row.client.tsx'
import { chosenFile, type PanelFile, panelFiles, type SavedFile, sendChosen } from './panel-files.ts'

const accepted = '.pdf,.png,.jpg,.jpeg,.csv,.xlsx,.ods,application/pdf,image/png,image/jpeg,text/csv'

type PanelAction = (previous: { status: 'idle' }, form: FormData) => Promise<{ status: string }>

/** The acts on a file that is there already: server actions that take `attachmentId` (and `description`). */
export type AttachmentActions = { remove: PanelAction; restore: PanelAction; describe: PanelAction }

/** What the panel is told. Needs the words of `attachments`. */
export type AttachmentsPanelProps = {
  invoiceId: string
  files: readonly SavedFile[]
  /** False once the invoice has been sent: the files can be looked at. */
  canChange: boolean
  actions: AttachmentActions
  /** Saves the form before a file is sent; false when that failed. */
  ensureSaved?: () => Promise<boolean>
  /** The page is not read anew after a change: it holds what is not saved. */
  staysPut?: boolean
  /** 2 under a page's h1, 3 inside a section. */
  level?: 2 | 3
  /** The id of *Välj fil*, for links to it. */
  inputId?: string
  /** Told the files that are there, each time they change. */
  onFiles?: (files: readonly SavedFile[]) => void
  /** What the recipient wants, said before one chooses. */
  wanted?: ReactNode
}

/**
 * *Bilagor* (S34, S36): the limits before one chooses, files by button, camera or drop, each with its own progress,
 * its own refusal, a description, and undo.
 */
export function AttachmentsPanel(props: AttachmentsPanelProps) {
  return <Panel key={props.invoiceId} {...props} />
}

function Panel(props: AttachmentsPanelProps) {
  const { invoiceId, files, canChange, actions, ensureSaved, staysPut = false, level = 2 } = props
  const { inputId, onFiles, wanted } = props
  const words = useTranslations('attachments')
  const router = useRouter()
  const reread = () => {
    if (!staysPut) router.refresh()
  }
  const headingId = useId()
  const box = useRef<HTMLElement>(null)
  const [items, setItems] = useState<readonly PanelFile[]>(() => panelFiles(files))
  const [said, setSaid] = useState('')
  const queue = useRef<Promise<void>>(Promise.resolve())
  const counter = useRef(0)

  const change = (key: string, to: Partial<PanelFile>) =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...to } : item)))
  const drop = (key: string) => setItems((before) => before.filter((item) => item.key !== key))

  // One at a time: each answer counts the files that are there.
  const send = ({ key, id }: PanelFile, source: File) => {
    change(key, { state: 'uploading', progress: 0, message: '' })
    queue.current = queue.current.then(async () => {
      const outcome = await sendChosen(
        invoiceId,
        { id, source },
        { unsaved: words('unsaved'), lost: words('lost'), tooLarge: (name) => words('tooLarge', { name }) },
        { ensureSaved, onProgress: (progress) => change(key, { progress }) },
      )
      change(key, outcome)
      if (outcome.state !== 'there') return
      setSaid(words('uploaded', { name: outcome.fileName ?? source.name }))
      reread()
    })
  }
  const choose = (chosen: readonly File[]) => {
    const added = chosen.map((source) => {
      counter.current += 1
      return { source, item: chosenFile(source, `new-${counter.current}`) }
    })
    setItems((before) => [...before, ...added.map(({ item }) => item)])
    for (const { source, item } of added) send(item, source)
  }
  const act = async (action: PanelAction, item: PanelFile, to: Partial<PanelFile>, description?: string) => {
    change(item.key, { ...to, message: '' })
    const form = new FormData()
    form.set('attachmentId', item.id)
    if (description !== undefined) form.set('description', description)
    const answer = await action({ status: 'idle' }, form).catch(() => ({ status: 'lost' }))
    if (answer.status === 'ok') {
      // Said only now: whoever leaves before would leave it undone.
      if (description !== undefined) setSaid(words('described', { name: item.fileName }))
      else if (to.state === 'removed') setSaid(words('removalKept', { name: item.fileName }))
      return reread()
    }
    const message = 'message' in answer && typeof answer.message === 'string' ? answer.message : words('lost')
    change(item.key, { state: item.state, message })
  }

  useEffect(() => onFiles?.(items.filter(({ state }) => state === 'there')), [items, onFiles])
  useFileDrop(box, canChange, choose)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section ref={box} aria-labelledby={headingId} className="card grid gap-3">
      <Heading id={headingId}>{words('title')}</Heading>
      {canChange && <p className="text-label">{words('notice')}</p>}
      {items.length > 0 ? (
        <ul className="grid gap-3">
          {items.map((item) => (
            <AttachmentRow
              key={item.key}
              item={item}
              canChange={canChange}
              onRemove={() => void act(actions.remove, item, { state: 'removed' })}
              onUndo={() => void act(actions.restore, item, { state: 'there' })}
              onGone={() => drop(item.key)}
              onRetry={() => item.source && send(item, item.source)}
              onDescribe={(text) => void act(actions.describe, item, { description: text }, text)}
            />
          ))}
        </ul>
      ) : (
        <p className="text-muted">{words('empty')}</p>
      )}
      {wanted}
      {canChange && <Choosers inputId={inputId} hintId={`${headingId}-limits`} onChoose={choose} />}
      <p className="sr-only" role="status">
        {said}
      </p>
    </section>
  )
}

type ChoosersProps = {
  inputId: string | undefined
  hintId: string
  onChoose: (files: readonly File[]) => void
}

function Choosers({ inputId, hintId, onChoose }: ChoosersProps) {
  const words = useTranslations('attachments')
  return (
    <div className="grid gap-2">
      <p id={hintId} className="text-hint text-muted">
        {words('limits')}
      </p>
      <div className="flex flex-wrap gap-3">
        <Chooser id={inputId} hintId={hintId} onChoose={onChoose} icon={Paperclip}>
          {words('choose')}
        </Chooser>
        <Chooser hintId={hintId} onChoose={onChoose} icon={Camera} isCamera>
          {words('photo')}
        </Chooser>
      </div>
      <p className="hidden text-hint text-muted pointer-fine:block">{words('dropHint')}</p>
    </div>
  )
}

type ChooserProps = {
  id?: string | undefined
  hintId: string
  icon: typeof Camera
  /** Opens the camera at once; shown where the pointer is a finger. */
  isCamera?: boolean
  onChoose: (files: readonly File[]) => void
  children: ReactNode
}

/** A native file input that looks like a button. Choosing the same file again counts as choosing. */
function Chooser({ id, hintId, icon, isCamera = false, onChoose, children }: ChooserProps) {
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.currentTarget.files ?? [])]
    event.currentTarget.value = ''
    if (chosen.length > 0) onChoose(chosen)
  }
  const look =
    'relative cursor-pointer has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus'
  return (
    <label
      className={buttonClass('secondary', isCamera ? `${look} hidden pointer-coarse:inline-flex` : look)}
    >
      <Icon of={icon} />
      {children}
      <input
        type="file"
        id={id}
        className="sr-only"
        aria-describedby={hintId}
        onChange={pick}
        {...(isCamera ? { accept: 'image/*', capture: 'environment' } : { accept: accepted, multiple: true })}
      />
    </label>
  )
}

/** Files dropped on the element are chosen; the browser does not open them instead. */
function useFileDrop(
  box: { readonly current: HTMLElement | null },
  active: boolean,
  onFiles: (files: readonly File[]) => void,
) {
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const element = box.current
    if (element === null || !active) return
    const over = (event: DragEvent) => event.preventDefault()
    const dropped = (event: DragEvent) => {
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) latest.current(files)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('drop', dropped)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('drop', dropped)
    }
  }, [box, active])
}
