import type { ComponentProps } from 'react'
import { Field, type FieldFrame, fieldWiring } from './field.tsx'

type Own<Element extends 'input' | 'textarea'> = Omit<
  ComponentProps<Element>,
  'id' | 'style' | 'className' | 'required'
>

/** The parts of the props that make the frame, with absent ones left out. */
export function frameOf<Props extends FieldFrame>(
  props: Props,
): { frame: FieldFrame; rest: Omit<Props, keyof FieldFrame> } {
  const { id, label, hint, error, required, optional, ...rest } = props
  const frame: FieldFrame = {
    id,
    label,
    hint,
    error,
    required: required === true,
    optional: optional === true,
  }
  return { frame, rest }
}

/**
 * One line of text with label, hint and error. For numbers too: `type="text" inputMode="decimal"`, never
 * `type="number"`; `figures` sets tabular figures, right-aligned.
 */
export function TextField({
  className,
  figures,
  ...props
}: FieldFrame & Own<'input'> & { className?: string; figures?: boolean }) {
  const { frame, rest } = frameOf(props)
  return (
    <Field {...frame} className={className ?? ''}>
      <input
        type="text"
        placeholder=" "
        {...rest}
        {...fieldWiring(frame)}
        className={figures ? 'control control-amount' : 'control'}
      />
    </Field>
  )
}

/** Several lines of text with label, hint and error. */
export function TextArea({ className, ...props }: FieldFrame & Own<'textarea'> & { className?: string }) {
  const { frame, rest } = frameOf(props)
  return (
    <Field {...frame} className={className ?? ''}>
      <textarea placeholder=" " rows={4} {...rest} {...fieldWiring(frame)} className="control" />
    </Field>
  )
}
