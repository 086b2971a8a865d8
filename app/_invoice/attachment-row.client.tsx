'use client'

import { RotateCcw, Trash2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '#app/_components/button.tsx'
import { FieldError } from '#app/_components/field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { fileSizeText } from './file-size.ts'
import type { PanelFile } from './panel-files.ts'
import { UndoNote } from './undo-note.client.tsx'

type AttachmentRowProps = {
  item: PanelFile
  canChange: boolean
  onRemove: () => void
  onUndo: () => void
  onGone: () => void
  onRetry: () => void
  onDescribe: (text: string) => void
}

/** One file of the panel: its name as a download, its size, and what goes on with it. */
export function AttachmentRow({ item, canChange, ...on }: AttachmentRowProps) {
  const words = useTranslations('attachments')
  const errorId = `attachment-${item.key}`
  if (item.state === 'removed') {
    return (
      <li className="border-t border-line pt-3">
        <UndoNote undo={words('undo')} onUndo={on.onUndo} onGone={on.onGone}>
          {words('removed', { name: item.fileName })}
        </UndoNote>
      </li>
    )
  }
  return (
    <li className="grid gap-2 border-t border-line pt-3">
      <div className="flex items-center gap-3">
        <p className="min-w-0 grow break-words">
          {item.state === 'there' ? (
            <a href={`/api/attachments/${item.id}`} download>
              {item.fileName}
            </a>
          ) : (
            item.fileName
          )}{' '}
          <span className="figures whitespace-nowrap text-hint text-muted">{fileSizeText(item.size)}</span>
        </p>
        {canChange && item.state === 'there' && (
          <IconButton icon={Trash2} name={words('remove', { name: item.fileName })} onClick={on.onRemove} />
        )}
      </div>
      {item.state === 'uploading' && <Progress name={item.fileName} percent={item.progress} />}
      {item.message !== '' && (
        <div role="alert">
          <FieldError id={errorId} error={item.message} />
        </div>
      )}
      {item.state === 'refused' && (
        <div className="flex flex-wrap gap-2">
          <Button icon={RotateCcw} onClick={on.onRetry}>
            {words('retry')} <span className="sr-only">{item.fileName}</span>
          </Button>
          <Button look="quiet" icon={X} onClick={on.onGone}>
            {words('dismiss')} <span className="sr-only">{item.fileName}</span>
          </Button>
        </div>
      )}
      {item.state === 'there' && canChange && (
        <Description key={item.id} item={item} onDescribe={on.onDescribe} />
      )}
      {item.state === 'there' && !canChange && item.description !== '' && (
        <p className="text-hint text-muted">{item.description}</p>
      )}
    </li>
  )
}

function Progress({ name, percent }: { name: string; percent: number }) {
  const words = useTranslations('attachments')
  return (
    <p className="flex items-center gap-3 text-hint">
      <progress
        max={100}
        value={percent}
        aria-label={words('progress', { name })}
        className="h-2 grow accent-brand"
      />
      <span className="figures text-muted" aria-hidden="true">
        {percent < 100 ? words('percent', { percent: String(percent) }) : words('checking')}
      </span>
    </p>
  )
}

/** Saved when one leaves the field, and only when it was changed. */
function Description({ item, onDescribe }: { item: PanelFile; onDescribe: (text: string) => void }) {
  const words = useTranslations('attachments')
  const [text, setText] = useState(item.description)
  const saved = useRef(item.description)
  useEffect(() => {
    saved.current = item.description
  }, [item.description])
  return (
    <TextField
      id={`attachment-description-${item.key}`}
      label={
        <>
          {words('description')} <span className="sr-only">{item.fileName}</span>
        </>
      }
      optional
      maxLength={100}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== saved.current) onDescribe(text.trim())
      }}
      // In the editor the panel stands inside no form; in a form, Enter must not send the form.
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
