/**
 * A fault's params as its message takes them: a path (`address.street`) becomes its last part, because a choice
 * in a message cannot have a point in its name.
 */
export function faultParams(
  params: Readonly<Record<string, string | number>> = {},
): Readonly<Record<string, string | number>> {
  const { missing } = params
  return typeof missing === 'string' ? { ...params, missing: missing.split('.').at(-1) ?? missing } : params
}
