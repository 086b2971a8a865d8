import type { Shape } from '../shape.ts'
import type { attachments as source } from '../sv/attachments.ts'

/** The panel of an invoice's files: English. */
export const attachments = {
  title: 'Attachments',
  notice: 'Good accounting practice is to attach the original invoice if you have one.',
  limits: 'At most 5 MB a file, 10 files and 10 MB together. PDF, PNG, JPEG, CSV, XLSX, ODS.',
  choose: 'Choose file',
  photo: 'Photograph receipt',
  dropHint: 'You can also drag files here.',
  empty: 'No attachments',
  progress: '{name} is being uploaded',
  percent: '{percent} %',
  checking: 'Checking…',
  described: 'The description of {name} is saved',
  removalKept: 'The removal of {name} is saved',
  uploaded: '{name} is attached',
  remove: 'Remove {name}',
  removed: '{name} is removed',
  undo: 'Undo',
  retry: 'Try again',
  dismiss: 'Take off the list',
  description: 'Description',
  tooLarge: '“{name}” is larger than 5 MB. Make the file smaller or divide it.',
  unsaved: 'The invoice could not be saved, so the file is not attached. Try again.',
  lost: 'The server could not be reached. Check the network and try again.',
} as const satisfies Shape<typeof source>
