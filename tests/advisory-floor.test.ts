import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const floorFile = z.object({
  packages: z.array(
    z.strictObject({
      name: z.string(),
      minimum: z.string().regex(/^\d+\.\d+\.\d+$/),
      advisory: z.string(),
      checked: z.iso.date(),
    }),
  ),
})
const lockFile = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })

function read<T>(schema: z.ZodType<T>, path: string): T {
  return schema.parse(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')))
}

/** True when `version` is at least `minimum`; a pre-release of the minimum itself is below it. */
function reaches(version: string, minimum: string): boolean {
  const [release = '', preRelease] = version.split('-', 2)
  const order = release.localeCompare(minimum, 'en', { numeric: true })
  return order > 0 || (order === 0 && preRelease === undefined)
}

/** Every copy of the package in the lockfile, nested ones too. */
function versionsOf(name: string): string[] {
  const lock = read(lockFile, '../package-lock.json')
  return Object.entries(lock.packages).flatMap(([path, { version }]) =>
    version && (path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)) ? [version] : [],
  )
}

describe('no package below the version that closed its known security faults', () => {
  for (const { name, minimum } of read(floorFile, '../security/advisory-floor.json').packages) {
    test(`${name} is ${minimum} or later`, () => {
      const versions = versionsOf(name)
      expect(versions).not.toEqual([])
      expect(versions.filter((version) => !reaches(version, minimum))).toEqual([])
    })
  }

  test('versions compare as numbers, and a pre-release is below its release', () => {
    expect(reaches('16.10.0', '16.9.9')).toBe(true)
    expect(reaches('16.3.3', '16.3.4')).toBe(false)
    expect(reaches('16.3.4', '16.3.4')).toBe(true)
    expect(reaches('16.3.4-canary.1', '16.3.4')).toBe(false)
  })
})
