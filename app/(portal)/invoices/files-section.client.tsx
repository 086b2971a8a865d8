'use client'

import { lazy, Suspense } from 'react'
import { useTools } from './editor-context.client.tsx'
import { RareParts } from './later-parts.client.tsx'
import { fieldId } from './problems.ts'
import { untilThere } from './until-there.ts'
import { useChosenCustomer } from './use-demand.client.tsx'

/** Few recipients say anything of files: fetched when one that may is chosen. */
const WantedFiles = lazy(async () => ({
  default: (await untilThere(() => import('./wanted-files.client.tsx'))).WantedFiles,
}))

/** *Bilagor* in the form (S34), with the files the recipient wants; the draft is saved before the first file is sent. */
export function FilesSection() {
  const { store, autosave, invoiceId, files } = useTools()
  const hasDemands = useChosenCustomer()?.profile !== undefined
  const ensureSaved = async () => {
    if (autosave.revision === 0) autosave.change()
    return (await autosave.retry()) && autosave.revision > 0
  }
  return (
    <div className="border-t border-line pt-5 [&_.card]:border-0 [&_.card]:p-0">
      <RareParts>
        {({ InvoiceAttachments }) => (
          <InvoiceAttachments
            invoiceId={invoiceId}
            files={files}
            canChange
            ensureSaved={ensureSaved}
            staysPut
            inputId={fieldId('attachments')}
            onFiles={store.setFiles}
            wanted={
              hasDemands && (
                <Suspense>
                  <WantedFiles />
                </Suspense>
              )
            }
          />
        )}
      </RareParts>
    </div>
  )
}
