'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#app/_components/button.tsx'
import type { TemplateNames } from '#lib/services/templates/list-templates.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import { RareParts } from './later-parts.client.tsx'
import type { TemplateSaved } from './save-template-dialog.client.tsx'

const TemplatesContext = createContext<TemplateNames>({ templates: [], limit: 0 })

/** Tells the form which templates the company has. */
export function TemplatesProvider({ value, children }: { value: TemplateNames; children: ReactNode }) {
  return <TemplatesContext value={value}>{children}</TemplatesContext>
}

/** *Spara som mall* at the foot of the form (S23), and after it what came of it: the note stays on the page. */
export function SaveTemplate() {
  const words = useTranslations('templates')
  const { store, surroundings } = useTools()
  const [names, setNames] = useState(useContext(TemplatesContext))
  const [isOpen, setOpen] = useState(false)
  const [opened, setOpened] = useState(0)
  const [saved, setSaved] = useState<TemplateSaved | null>(null)
  const templateId = useEditor((state) => state.draft.templateId)
  const customerId = useEditor((state) => state.draft.customerId)
  const ownId = saved?.id ?? templateId
  const own = names.templates.find((template) => template.id === ownId)
  const recipient = surroundings.customers.find((customer) => customer.customerId === customerId)?.name
  const open = () => {
    setOpened((count) => count + 1)
    setOpen(true)
  }
  const done = (outcome: TemplateSaved, templates: TemplateNames) => {
    setNames(templates)
    setSaved(outcome)
  }
  const usualName = recipient === undefined ? words('defaultNameAlone') : words('defaultName', { recipient })
  return (
    <>
      <Button aria-haspopup="dialog" className="w-full desk:w-auto" onClick={open}>
        {words('save')}
      </Button>
      <p role="status" className="mt-1 text-label empty:hidden">
        {saved !== null && (
          <>
            {words(saved.isNew ? 'saved' : 'updated', { name: saved.name })}{' '}
            <Link href="/templates">{words('show')}</Link>
          </>
        )}
      </p>
      {opened > 0 && (
        <RareParts>
          {({ SaveTemplateDialog }) =>
            createPortal(
              // In the page's own place in the tree its keys would be the form's: Ctrl+Enter goes on with the invoice.
              // biome-ignore lint/a11y/noStaticElementInteractions: only keeps keys and focus from the form behind
              <div onKeyDown={(event) => event.stopPropagation()} onBlur={(event) => event.stopPropagation()}>
                <SaveTemplateDialog
                  key={opened}
                  isOpen={isOpen}
                  draft={() => store.getSnapshot().draft}
                  initialName={own?.name ?? usualName}
                  own={own}
                  names={names}
                  onNames={setNames}
                  onSaved={done}
                  onClose={() => setOpen(false)}
                />
              </div>,
              document.body,
            )
          }
        </RareParts>
      )}
    </>
  )
}
