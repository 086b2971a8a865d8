/** Something that must hold. `found`: what speaks against it. */
export type Check = { readonly what: string; readonly found: readonly string[] }

/** How things stood, in numbers. */
export type Counts = Readonly<Record<string, number>>

/** What stands in one and not in the other, or more often. */
export function unlike(some: readonly string[], others: readonly string[]): string[] {
  const counted = new Map<string, number>()
  for (const each of some) counted.set(each, (counted.get(each) ?? 0) + 1)
  for (const each of others) counted.set(each, (counted.get(each) ?? 0) - 1)
  return [...counted].filter(([, count]) => count !== 0).map(([each]) => each)
}
