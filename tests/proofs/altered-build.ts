import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build is made of. */
const parts = [
  'app',
  'lib',
  'db',
  'public',
  'scripts',
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'next-env.d.ts',
  'tsconfig.json',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
]

/**
 * Copies the sources to `.proof/<name>`, lets `alter` change the copy, and builds it. Gives the copy's folder. Throws
 * what `alter` throws, and when it does not build.
 */
export function buildAltered(root: string, name: string, alter: (folder: string) => void): string {
  const folder = join(root, '.proof', name)
  rmSync(folder, { recursive: true, force: true })
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  // Hard links: the bundler refuses packages outside its root, and a copy takes its time.
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(folder, 'node_modules')])
  rmSync(join(folder, 'node_modules/.talong-build.json'), { force: true })
  alter(folder)
  execFileSync(process.execPath, [join(folder, 'scripts/build.ts')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return folder
}

/** Puts `to` where `from` stands in a file. Throws when it does not stand there exactly once: then nothing is proved. */
export function replaceOnce(file: string, from: string, to: string): void {
  const source = readFileSync(file, 'utf8')
  if (source.split(from).length !== 2)
    throw new Error(`${file} does not hold this once: ${from.split('\n')[0]}`)
  writeFileSync(
    file,
    source.replace(from, () => to),
  )
}
