import { useTranslations } from 'next-intl'
import { fileSizeText } from './file-size.ts'

/** A file that goes with an invoice (BG-24), as the paper lists it. `size` in bytes; a link when there is one. */
export type PaperFile = { fileName: string; description: string; size: number; href?: string }

/** The list of attachments; nothing when there are none. */
export function PaperFiles({ files }: { files: readonly PaperFile[] }) {
  const words = useTranslations('paper')
  if (files.length === 0) return null
  return (
    <section className="grid break-inside-avoid gap-1 border-t border-line pt-3">
      <h3>{words('files')}</h3>
      <ul className="grid gap-1">
        {files.map((file) => (
          <li key={file.fileName} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0">
              {file.href === undefined ? file.fileName : <a href={file.href}>{file.fileName}</a>}
            </span>
            <span className="figures text-hint text-muted">
              {[file.description, fileSizeText(file.size)].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
