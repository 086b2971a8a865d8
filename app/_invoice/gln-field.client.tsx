'use client'

import { useState } from 'react'
import { NumberField, type NumberFieldProps } from './number-field.client.tsx'

/** A GLN (BT-29), judged like every number with a check digit. */
export function GlnField({ defaultValue = '', ...props }: NumberFieldProps & { defaultValue?: string }) {
  const [value, setValue] = useState(defaultValue)
  return <NumberField {...props} kind="gln" value={value} onValue={setValue} />
}
