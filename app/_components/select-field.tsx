import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldFrame, fieldWiring } from './field.tsx'
import { frameOf } from './text-field.tsx'

type Own = Omit<ComponentProps<'select'>, 'id' | 'style' | 'className' | 'required'>

/** A native select with label, hint and error; an option with an empty value counts as not chosen. */
export function SelectField({
  className,
  children,
  ...props
}: FieldFrame & Own & { className?: string; children: ReactNode }) {
  const { frame, rest } = frameOf(props)
  return (
    <Field {...frame} className={className ?? ''}>
      <select {...rest} {...fieldWiring(frame)} className="control">
        {children}
      </select>
    </Field>
  )
}
