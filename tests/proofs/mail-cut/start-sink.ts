import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The mail server with a ledger, running. */
export type Sink = { readonly url: string; readonly ledger: string; stop(): Promise<void> }

/** Starts it with an empty ledger; it cuts each letter, or takes it. Rejects when it does not start. */
export async function startSink(manner: 'cut' | 'take' = 'cut'): Promise<Sink> {
  const folder = mkdtempSync(join(tmpdir(), 'talong-mail-cut-'))
  const ledger = join(folder, 'ledger')
  const program = fileURLToPath(new URL('./sink.ts', import.meta.url))
  const child = spawn(process.execPath, [program, ledger, manner], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    void ended.then(() => reject(new Error('the mail server did not start')))
  })
  return {
    url,
    ledger,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
