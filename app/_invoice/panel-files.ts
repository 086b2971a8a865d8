import { newId } from '#lib/core/ids.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { uploadFile } from './upload-file.ts'

/** As `attachmentLimits` says, whose schemas would bring zod to the browser; a test compares them. */
export const mostFileBytes = 5_000_000

/** A file with the invoice, as the server knows it. */
export type SavedFile = { id: string; fileName: string; size: number; description: string }

/** A file in the panel: there, on its way, refused (with why), or just taken away. */
export type PanelFile = SavedFile & {
  key: string
  state: 'there' | 'uploading' | 'refused' | 'removed'
  /** 0–100. */
  progress: number
  message: string
  /** What to send again; null for what came from the server. */
  source: File | null
}

/** The words that the panel itself says of a file that did not get there. */
export type UploadWords = { unsaved: string; lost: string; tooLarge: (name: string) => string }

/** The saved files as the panel starts with them. */
export function panelFiles(saved: readonly SavedFile[]): PanelFile[] {
  return saved.map((file) => ({
    ...file,
    key: file.id,
    state: 'there',
    progress: 100,
    message: '',
    source: null,
  }))
}

/** A chosen file that is about to be sent: its id is its own from now on, however often it is sent. */
export function chosenFile(source: File, key: string): PanelFile {
  return {
    id: newId(),
    key,
    fileName: source.name,
    size: source.size,
    description: '',
    state: 'uploading',
    progress: 0,
    message: '',
    source,
  }
}

/**
 * Sends a chosen file: photographs are made smaller first, what is too large is said without sending it, and the
 * invoice is saved before its first file. Gives what changes in the panel.
 */
export async function sendChosen(
  invoiceId: string,
  { id, source }: { id: string; source: File },
  words: UploadWords,
  steps: { ensureSaved?: (() => Promise<boolean>) | undefined; onProgress: (percent: number) => void },
): Promise<Partial<PanelFile>> {
  const refused = (message: string) => ({ state: 'refused', message }) as const
  const file = await shrinkPhoto(source)
  if (file.size > mostFileBytes) return refused(words.tooLarge(source.name))
  if (steps.ensureSaved && !(await steps.ensureSaved())) return refused(words.unsaved)
  const outcome = await uploadFile(invoiceId, id, file, steps.onProgress)
  if (!outcome.ok) return refused(outcome.message || words.lost)
  return { ...outcome.file, state: 'there', progress: 100, message: '' }
}
