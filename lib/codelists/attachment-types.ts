/** A file type an invoice may carry (BT-125). PEPPOL-EN16931-CL001, BR-CL-24. */
export type AttachmentType = { readonly mimeCode: string; readonly endings: readonly string[] }

/** The six file types Peppol lets an invoice carry; all else is refused with the advice to save as PDF. */
export const attachmentTypes: readonly AttachmentType[] = [
  { mimeCode: 'application/pdf', endings: ['pdf'] },
  { mimeCode: 'image/png', endings: ['png'] },
  { mimeCode: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { mimeCode: 'text/csv', endings: ['csv'] },
  { mimeCode: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  { mimeCode: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
]
