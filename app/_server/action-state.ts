/** A message at a field, in the user's language, with the values that stand in it. */
export type FieldFault = {
  field: string
  code: string
  message: string
  params?: Readonly<Record<string, string | number>>
}

/** What was typed, by field name; shown again when a form comes back. Passwords are never in it. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>

/** The closed result of every action: what a form shows after it was sent. */
export type ActionState<Value = unknown> =
  | { status: 'idle' }
  | { status: 'ok'; value: Value }
  | { status: 'invalid'; faults: readonly FieldFault[]; values: TypedValues }
  | { status: 'refused'; code: string; message: string; values: TypedValues }
  | { status: 'broken'; reference: string; message: string; values: TypedValues }

/** Before anything was sent. */
export const idle: ActionState<never> = { status: 'idle' }

/** The message at a field after an action, if there is one. */
export function faultAt(state: ActionState, field: string): string | undefined {
  return state.status === 'invalid' ? state.faults.find((fault) => fault.field === field)?.message : undefined
}

/** What was typed in a field before the form came back, or `initial`. */
export function typedAt(state: ActionState, field: string, initial = ''): string {
  const typed = 'values' in state ? state.values[field] : undefined
  return typeof typed === 'string' ? typed : initial
}
