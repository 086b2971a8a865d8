'use client'

import { AttachmentsPanel, type AttachmentsPanelProps } from '#app/_invoice/attachments-panel.client.tsx'
import { describeAttachmentAction, removeAttachmentAction, restoreAttachmentAction } from './actions.ts'

const actions = {
  remove: removeAttachmentAction,
  restore: restoreAttachmentAction,
  describe: describeAttachmentAction,
}

/** *Bilagor* of an invoice, in the form and in *Godkänn och skicka*. Needs the words of `attachments`. */
export function InvoiceAttachments(props: Omit<AttachmentsPanelProps, 'actions'>) {
  return <AttachmentsPanel {...props} actions={actions} />
}
