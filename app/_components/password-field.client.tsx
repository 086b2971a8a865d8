'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Field, type FieldFrame, fieldWiring } from './field.tsx'
import { frameOf } from './text-field.tsx'

type Own = Omit<ComponentProps<'input'>, 'id' | 'style' | 'className' | 'required' | 'type' | 'autoComplete'>

/** A password with Visa / Dölj. Paste is welcome; `autoComplete` is demanded so that password managers work. */
export function PasswordField(
  props: FieldFrame & Own & { autoComplete: 'current-password' | 'new-password' },
) {
  const { frame, rest } = frameOf(props)
  const [shown, setShown] = useState(false)
  const words = useTranslations('common')
  const hidden = (chunks: React.ReactNode) => <span className="sr-only">{chunks}</span>
  return (
    <Field {...frame}>
      <div className="flex gap-2">
        <input
          placeholder=" "
          {...rest}
          {...fieldWiring(frame)}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          className="control min-w-0"
        />
        <button type="button" className="button" aria-controls={frame.id} onClick={() => setShown(!shown)}>
          <span>{words.rich(shown ? 'hidePassword' : 'showPassword', { hidden })}</span>
        </button>
      </div>
      <span className="sr-only" role="status">
        {shown ? words('passwordShown') : ''}
      </span>
    </Field>
  )
}
