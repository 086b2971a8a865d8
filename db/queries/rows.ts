/** What an insert takes: one row, or several for one statement. */
export type OneOrSeveral<Row> = Row | readonly Row[]

/** The rows of a tenant, each with its name on it. */
export function eachOf<Row extends object>(
  tenantId: string,
  rows: OneOrSeveral<Row>,
): (Row & { tenantId: string })[] {
  return [rows].flat().map((row) => ({ ...(row as Row), tenantId }))
}
