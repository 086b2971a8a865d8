'use client'

import { useLocale, useTranslations } from 'next-intl'
import { FieldError } from '#app/_components/field.tsx'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { fileLimits, mimeEndings } from '#app/_invoice/file-limits.ts'
import { beginLarge, textIn } from '#lib/i18n/own-words.ts'
import { useEditor, useFieldError } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { useChosenCustomer } from './use-demand.client.tsx'

/** Beside *Välj fil*: the files that the recipient wants, each ticked off once it is there, and how much it takes. */
export function WantedFiles() {
  const words = useTranslations('demands')
  const locale = useLocale()
  const wanted = useEditor((state) => state.wanted)
  const error = useFieldError('attachments')
  const { profile, name: recipient = '' } = useChosenCustomer() ?? {}
  const limits = profile === undefined ? null : fileLimits(profile.limits, recipient)
  return (
    <>
      {wanted.length > 0 && (
        <div className="grid gap-1.5">
          <p className="text-label font-semibold">{words('filesTitle', { recipient })}</p>
          <ul className="grid gap-1.5">
            {wanted.map(({ demand: { name, types }, file }) => (
              <li key={name.sv} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <StatusTag tone={file === null ? 'neutral' : 'ok'}>
                  {words(file === null ? 'fileMissing' : 'fileThere')}
                </StatusTag>
                <span className="min-w-0 break-words">
                  {beginLarge(textIn(name, locale))}
                  {file !== null && `: ${file.fileName}`}
                  {file === null && types !== undefined && ` (${mimeEndings(types)})`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {limits !== null && <p className="text-label">{words('limitFiles', limits)}</p>}
      <FieldError id={fieldId('attachments')} error={error} />
    </>
  )
}
