import { type Fault, faults } from '#tests/setup/wire.ts'

/** What Talong runs on or speaks with, and can be without for a while. */
export const dependencies = ['access-point', 'mail', 'storage', 'database'] as const

/** One of them. */
export type Dependency = (typeof dependencies)[number]

/** One of them, away in one way. */
export type Cell = { readonly dependency: Dependency; readonly fault: Fault }

/** A cell that is not run, and why. */
export type Missing = { readonly cell: string; readonly why: string }

const words: Readonly<Record<Fault, string>> = {
  refused: 'refused',
  'black-hole': 'black hole',
  error: '500',
  'too-many': '429',
  'answer-lost': 'answer lost',
  slow: '1 byte/s',
  garbage: 'garbage',
}

/** Every cell that is run; those of one dependency stand together. */
export const cells: readonly Cell[] = dependencies.flatMap((dependency) =>
  faults.map((fault) => ({ dependency, fault })),
)

/** One of each dependency, of those that are over soonest. */
export const shortCells: readonly Cell[] = [
  { dependency: 'storage', fault: 'error' },
  { dependency: 'mail', fault: 'answer-lost' },
  { dependency: 'access-point', fault: 'answer-lost' },
  { dependency: 'database', fault: 'refused' },
]

/** What the matrix names and cannot be run, each with the reason. */
export const missing: readonly Missing[] = faults.map((fault) => ({
  cell: nameOf({ dependency: 'directory', fault }),
  why: 'the network’s directory is not asked live yet: who can be reached is recorded in the database',
}))

/** A cell's name. What has no HTTP says the same in its own words: SMTP 421 and 450, PostgreSQL 57P03 and 53300. */
export function nameOf({ dependency, fault }: { dependency: string; fault: Fault }): string {
  return `${dependency} × ${words[fault]}`
}
