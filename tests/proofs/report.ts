import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'

/** Writes `proofs/<name>.json` below `root`: the facts, the commit and the machine's load. */
export function writeReport(root: string, name: string, facts: Record<string, unknown>): void {
  const report = { ...facts, commit: commitOf(root), load: loadavg()[0] }
  mkdirSync(join(root, 'proofs'), { recursive: true })
  writeFileSync(join(root, 'proofs', `${name}.json`), `${JSON.stringify(report, null, 2)}\n`)
}

function commitOf(folder: string): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
