'use server'

import { defineAction } from '#app/_server/define-action.ts'
import { attachmentForm, describeAttachmentForm } from '#lib/forms/attachments.ts'
import {
  describeAttachment,
  removeAttachment,
  restoreAttachment,
} from '#lib/services/attachments/change-attachment.ts'

/** Takes a file away from an invoice that has not been sent. */
export const removeAttachmentAction = defineAction({
  who: 'supplier',
  schema: attachmentForm,
  run: (ctx, { attachmentId }) => removeAttachment(ctx, attachmentId),
})

/** Undo of taking a file away. */
export const restoreAttachmentAction = defineAction({
  who: 'supplier',
  schema: attachmentForm,
  run: (ctx, { attachmentId }) => restoreAttachment(ctx, attachmentId),
})

/** What a file is, in a few words (BT-123). */
export const describeAttachmentAction = defineAction({
  who: 'supplier',
  schema: describeAttachmentForm,
  run: describeAttachment,
})
