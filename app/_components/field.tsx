import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Warning } from './signs.tsx'

/** What every field is told. `id` is also what the error summary links to. */
export type FieldFrame = {
  id: string
  label: ReactNode
  hint?: ReactNode
  /** The sentence that says what is wrong and what to do; its presence marks the field as wrong. */
  error?: ReactNode
  required?: boolean
  /** Writes "(valfritt)" after the label: where most fields beside it are mandatory. */
  optional?: boolean
}

/** The attributes that tie a control to its label, hint and error. */
export function fieldWiring({ id, hint, error, required }: FieldFrame) {
  const described = [error ? `${id}-error` : undefined, hint ? `${id}-hint` : undefined]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    required: required === true,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described === '' ? undefined : described,
  } as const
}

/**
 * Puts label, error and hint round one control, which takes its attributes from `fieldWiring` of the same frame.
 * Empty and mandatory shows a thin red frame and "Obligatoriskt", by CSS alone; an error the strong frame, an icon
 * and its sentence.
 */
export function Field({
  children,
  className,
  ...frame
}: FieldFrame & { children: ReactNode; className?: string }) {
  const { id, label, hint, error, required, optional } = frame
  const words = useTranslations('common')
  return (
    <div className={`field grid content-start gap-1 ${className ?? ''}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-label font-semibold">
          {label}
          {optional && <span className="font-normal text-muted"> ({words('optional')})</span>}
        </label>
        {required && (
          <span className="field-required" aria-hidden="true">
            {words('required')}
          </span>
        )}
      </div>
      {children}
      <FieldError id={id} error={error} />
      {hint && (
        <p id={`${id}-hint`} className="text-hint text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The sentence under a control that is wrong; its id ends in `-error`. Nothing without an error. */
export function FieldError({ id, error }: { id: string; error?: ReactNode }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-label font-semibold text-bad">
      <Icon of={Warning} size={18} className="mt-0.5 flex-none" />
      <span>{error}</span>
    </p>
  )
}
