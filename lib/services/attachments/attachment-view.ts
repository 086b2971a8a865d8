/** A file with an invoice, as it is shown. `size` in bytes; `position` orders, with gaps. */
export type AttachmentView = {
  id: string
  fileName: string
  mimeType: string
  size: number
  /** BT-123. */
  description: string
  position: number
}

/** What is shown of a row: never its key. */
export function toView(row: AttachmentView): AttachmentView {
  const { id, fileName, mimeType, size, description, position } = row
  return { id, fileName, mimeType, size, description, position }
}
