'use client'

import dynamic from 'next/dynamic'
import { useTools } from './editor-context.client.tsx'
import { RareParts } from './later-parts.client.tsx'
import { fieldId } from './problems.ts'
import { useChosenCustomer } from './use-demand.client.tsx'

/** Few recipients say anything of files: fetched when one that may is chosen. */
const WantedFiles = dynamic(() => import('./wanted-files.client.tsx').then((module) => module.WantedFiles))

/** *Bilagor* in the form (S34), with the files the recipient wants; the draft is saved before the first file is sent. */
export function FilesSection() {
  const { store, autosave, invoiceId, files } = useTools()
  const hasDemands = useChosenCustomer()?.profile !== undefined
  const ensureSaved = async () => {
    if (autosave.revision === 0) autosave.change()
    return (await autosave.retry()) && autosave.revision > 0
  }
  return (
    <div className="border-t border-line pt-5">
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
            wanted={hasDemands && <WantedFiles />}
          />
        )}
      </RareParts>
    </div>
  )
}
