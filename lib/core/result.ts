/** What an operation with an expected failure returns: a value, or a closed code. Throws are bugs, not outcomes. */
export type Result<Value, Code extends string = string, Details = undefined> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Code; readonly details: Details }

/** Wraps a value as a success. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** States an expected failure by its closed code. */
export function fail<Code extends string>(
  code: Code,
): { readonly ok: false; readonly code: Code; readonly details: undefined }
export function fail<Code extends string, Details>(
  code: Code,
  details: Details,
): { readonly ok: false; readonly code: Code; readonly details: Details }
export function fail(code: string, details?: unknown) {
  return { ok: false, code, details }
}

/** Marks a branch that the types make unreachable: reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}

/** The value of a success where a refusal would be a bug. Throws with the code and details otherwise. */
export function expectValue<Value>(
  result:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly code: string; readonly details?: unknown },
): Value {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.details ?? null)}`)
  return result.value
}
