import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id parameters: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of no password at all: what an unknown account is compared with, so that it takes as long. */
const nobody = hash('no account has this password', cost)

/** Two at a time: more would only starve everything else on a small machine. */
const gate = createGate(2)

/** Hashes a password for storing. */
export function hashPassword(password: string): Promise<string> {
  return gate(() => hash(password, cost))
}

/** Compares a password with a stored hash; with null it takes as long and is false. */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const against = storedHash ?? (await nobody)
  const matches = await gate(() => verify(against, password))
  return matches && storedHash !== null
}

function createGate(width: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < width) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // A waiting caller takes over the place; otherwise it becomes free.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
