import type { ComponentProps, ReactNode } from 'react'
import { FieldError } from './field.tsx'

type RadioSegmentProps = {
  /** The id of the first choice, which the error summary links to. */
  id: string
  name: string
  legend: ReactNode
  choices: readonly { value: string; label: ReactNode }[]
  error?: ReactNode
} & Pick<ComponentProps<'input'>, 'onChange'> &
  ({ defaultValue?: string; value?: never } | { value: string; defaultValue?: never })

/** One choice of a few, side by side: native radio buttons in a fieldset. */
export function RadioSegment({
  id,
  name,
  legend,
  choices,
  error,
  onChange,
  value,
  defaultValue,
}: RadioSegmentProps) {
  return (
    <fieldset className="grid justify-items-start gap-1" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-label font-semibold">{legend}</legend>
      <div className="segment">
        {choices.map((choice, index) => (
          <label key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              {...(value === undefined
                ? { defaultChecked: defaultValue === choice.value }
                : { checked: value === choice.value })}
              {...(onChange === undefined ? {} : { onChange })}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
