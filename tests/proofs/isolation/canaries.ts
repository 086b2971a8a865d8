import { randomBytes, randomInt } from 'node:crypto'
import { luhnDigit } from '#lib/party/luhn.ts'

/** Unguessable texts put where only their owner may see them: one that turns up elsewhere is a leak. */
export type Canaries = {
  /** The canary of a name; the same one each time it is asked for. */
  of(name: string): string
  /** The canary of an account: a bankgiro number, eight digits with a right check digit. */
  account(name: string): string
  /** The canary that numbers of a series begin with, eight signs. */
  prefix(name: string): string
  /** The names of the canaries a text holds. */
  foundIn(text: string): string[]
}

/** New canaries, none made yet. */
export function makeCanaries(): Canaries {
  const made = new Map<string, string>()
  const remember = (name: string, make: () => string) => {
    const known = made.get(name) ?? make()
    made.set(name, known)
    return known
  }
  return {
    of: (name) => remember(name, () => `kanarie-${randomBytes(8).toString('hex')}`),
    account: (name) =>
      remember(name, () => {
        const digits = String(randomInt(5_000_000, 6_000_000))
        return `${digits}${luhnDigit(digits)}`
      }),
    prefix: (name) => remember(name, () => `K${randomBytes(4).toString('hex').slice(1).toUpperCase()}`),
    foundIn: (text) => {
      const lower = text.toLowerCase()
      return [...made].flatMap(([name, canary]) =>
        formsOf(canary).some((form) => lower.includes(form)) ? [name] : [],
      )
    },
  }
}

/** As it is stored, and an account as it is shown. */
function formsOf(canary: string): string[] {
  const isAccount = /^\d{8}$/.test(canary)
  return isAccount ? [canary, `${canary.slice(0, 4)}-${canary.slice(4)}`] : [canary.toLowerCase()]
}
