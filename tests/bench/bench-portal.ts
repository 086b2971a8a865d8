import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { connect } from '#db/client.ts'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { buildIfStale } from '#scripts/build.ts'
import { findChromium } from '#scripts/chromium.ts'
import { authSecret } from '#scripts/environment.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { customerOf, draftOf } from '#tests/e2e/editor-steps.ts'
import { type Instance, newCompany, openAs } from '#tests/e2e/instance-steps.ts'
import { type ProofInstance, startInstance } from '#tests/proofs/instance.ts'
import { openPlatform } from '#tests/setup/platform.ts'
import { draftOfLines } from './drafts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A Talong of the measurement's own, a supplier in it, and a browser beside it. */
export type BenchPortal = {
  readonly origin: string
  /** A browser that has loaded nothing yet. */
  visit(options?: BrowserContextOptions): Promise<Page>
  /** The same, signed in as the supplier. */
  visitSignedIn(options?: BrowserContextOptions): Promise<Page>
  /** Saves a whole draft of so many lines; gives the form's address. */
  formOf(lines: number): Promise<string>
}

/** Starts all of it, runs `work`, and stops all of it, whatever `work` came to. */
export async function withBenchPortal(work: (portal: BenchPortal) => Promise<void>): Promise<void> {
  await withBrowser(await ownInstance(), async (opened) => work(await openPortal(opened)))
}

/** A started Talong from its inside, and a browser beside it. */
export type Opened = {
  readonly browser: Browser
  readonly origin: string
  readonly instance: Instance
}

/** A Talong to open, and how it is left. */
export type StartedInstance = Pick<ProofInstance, 'origin' | 'dataDir' | 'stop'>

/** A Talong of its own, of the build as the sources are now. */
export async function ownInstance(): Promise<StartedInstance> {
  await buildIfStale(() => console.log('Building …'))
  return startInstance(root)
}

/** Opens a started Talong, runs `work`, and leaves it as its `stop` says, whatever `work` came to. */
export async function withBrowser(
  started: StartedInstance,
  work: (opened: Opened) => Promise<void>,
): Promise<void> {
  // Where the steps of the browser tests send their browser.
  process.env.TALONG_URL = started.origin
  const undo = [() => started.stop()]
  try {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error('no Chromium was found: set CHROMIUM_PATH')
    const server = openPostgres(started.dataDir)
    const owner = connect(server.ownerUrl(), { max: 1, name: 'bench-owner' })
    undo.unshift(() => owner.close())
    const platform = await openPlatform(server.appUrl())
    undo.unshift(() => platform.close())
    const asRoot = process.getuid?.() === 0
    const args = asRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
    const browser = await chromium.launch({ executablePath, args })
    undo.unshift(() => browser.close())
    const store = openFolderStore(join(started.dataDir, 'attachments'))
    const linkSecret = authSecret(started.dataDir)
    await work({
      browser,
      origin: started.origin,
      instance: {
        platform: { ...platform, store, linkSecret },
        owner: owner.db,
        dataDir: started.dataDir,
        passwordHash: 'none',
      },
    })
  } finally {
    for (const end of undo) await end()
  }
}

async function openPortal({ browser, origin, instance }: Opened): Promise<BenchPortal> {
  const company = await newCompany(instance)
  const supplier = { ...company, ...(await customerOf(instance, company)) }
  const visit = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      ...options,
    })
    return context.newPage()
  }
  return {
    origin,
    visit,
    visitSignedIn: async (options) => {
      const page = await visit(options)
      await openAs(page, instance, supplier)
      return page
    },
    formOf: async (lines) => {
      const { invoiceId } = await draftOf(supplier, { lines: draftOfLines(lines).draft.lines })
      return `/invoices/${invoiceId}`
    },
  }
}

/** Slows the page's processor so many times. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

/** Splits claims into those reached and those missed, in words. */
export function judged(claims: readonly (readonly [reached: boolean, text: string])[]): {
  passed: readonly string[]
  failed: readonly string[]
} {
  const of = (wanted: boolean) => claims.filter(([reached]) => reached === wanted).map(([, text]) => text)
  return { passed: of(true), failed: of(false) }
}
