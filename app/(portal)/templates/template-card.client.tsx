'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'

/** A template as its card shows it, in words. */
export type TemplateCardRow = {
  id: string
  name: string
  recipient: string
  terms: string
  lastUsed: string
  total: string
  /** What a copy of it would be called. */
  copyName: string
}

type CardProps = {
  row: TemplateCardRow
  remove: (form: FormData) => void
  duplicate: (form: FormData) => void
  onRename: () => void
}

/** The id of a card's *Öppna*. */
export function openId(templateId: string): string {
  return `open-${templateId}`
}

/** One template: what it holds, *Öppna*, and behind *Fler val* what else can be done. */
export function TemplateCard({ row, remove, duplicate, onRename }: CardProps) {
  const words = useTranslations('templates')
  return (
    <li className="card grid content-between gap-4">
      <div className="grid gap-2">
        <h2 className="break-words">{row.name}</h2>
        <p className="text-muted break-words">{row.recipient}</p>
        <dl className="grid gap-1 text-label">
          <Fact name={words('terms')}>{row.terms}</Fact>
          <Fact name={words('lastUsed')}>{row.lastUsed}</Fact>
          <Fact name={words('total')}>{row.total}</Fact>
        </dl>
      </div>
      <div className="grid gap-1">
        <LinkButton id={openId(row.id)} href={`/invoices/new?template=${row.id}`} prefetch={false}>
          <span>
            {words('open')} <span className="sr-only">{row.name}</span>
          </span>
        </LinkButton>
        <More name={row.name}>
          <Button look="quiet" onClick={onRename}>
            {words('rename')}
          </Button>
          <form action={duplicate}>
            <input type="hidden" name="templateId" value={row.id} />
            <input type="hidden" name="name" value={row.copyName} />
            <SubmitButton look="quiet" pendingText={words('duplicate')}>
              {words('duplicate')}
            </SubmitButton>
          </form>
          <form action={remove}>
            <input type="hidden" name="templateId" value={row.id} />
            <SubmitButton look="danger" pendingText={words('remove')}>
              {words('remove')}
            </SubmitButton>
          </form>
        </More>
      </div>
    </li>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3">
      <dt className="text-muted">{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  )
}

/** What else can be done, behind a native disclosure; Esc closes it. */
function More({ name, children }: { name: string; children: ReactNode }) {
  const words = useTranslations('templates')
  const details = useRef<HTMLDetailsElement>(null)
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || details.current?.open !== true) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  const hidden = (chunks: ReactNode) => <span className="sr-only">{chunks}</span>
  return (
    <details ref={details} onKeyDown={close}>
      <summary className="py-2.5 ps-4 -indent-4 font-semibold text-link">
        {words.rich('more', { name, hidden })}
      </summary>
      <div className="flex flex-wrap gap-2 pt-1">{children}</div>
    </details>
  )
}
