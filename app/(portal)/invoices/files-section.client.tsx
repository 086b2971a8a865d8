'use client'

import { InvoiceAttachments } from '#app/_form/attachments/invoice-attachments.client.tsx'
import { useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { WantedFiles } from './wanted-files.client.tsx'

/** *Bilagor* in the form (S34), with the files the recipient wants; the draft is saved before the first file is sent. */
export function FilesSection() {
  const { store, autosave, invoiceId, files } = useTools()
  const ensureSaved = async () => {
    if (autosave.revision === 0) autosave.change()
    return (await autosave.retry()) && autosave.revision > 0
  }
  return (
    <div className="border-t border-line pt-5">
      <InvoiceAttachments
        invoiceId={invoiceId}
        files={files}
        canChange
        ensureSaved={ensureSaved}
        staysPut
        inputId={fieldId('attachments')}
        onFiles={store.setFiles}
        wanted={<WantedFiles />}
      />
    </div>
  )
}
