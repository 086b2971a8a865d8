import type { ComponentProps } from 'react'
import { FieldError, type FieldFrame, fieldWiring } from './field.tsx'
import { frameOf } from './text-field.tsx'

type Own = Omit<ComponentProps<'input'>, 'id' | 'style' | 'className' | 'required' | 'type'>

/** One tick box with its sentence; the whole sentence is the target. */
export function Checkbox({ className, ...props }: FieldFrame & Own & { className?: string }) {
  const { frame, rest } = frameOf(props)
  const { id, label, hint, error } = frame
  return (
    <div className={`grid gap-1 ${className ?? ''}`}>
      <label htmlFor={id} className="flex min-h-(--control-height) items-center gap-3">
        <input {...rest} {...fieldWiring(frame)} type="checkbox" className="check" />
        <span>{label}</span>
      </label>
      <FieldError id={id} error={error} />
      {hint && (
        <p id={`${id}-hint`} className="text-hint text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
