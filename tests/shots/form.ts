/**
 * `npm run shots:form`: pictures of the whole invoice form, to be looked at beside the prototype: empty, filling, wrong
 * and ready, at 360, 768 and 1280 px, light and dark, in Swedish and English. Starts an instance of its own, or uses the
 * one of TALONG_URL and TALONG_DATA_DIR. Writes to the folder shots and prints the path of each.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { insertProfile } from '#db/queries/requirement-profiles.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { type Opened, ownInstance, type StartedInstance, withBrowser } from '#tests/bench/bench-portal.ts'
import { draftOf, expectForm, type Supplier } from '#tests/e2e/editor-steps.ts'
import { newCompany, newParty, openAs } from '#tests/e2e/instance-steps.ts'

const folder = 'shots'

const widths = {
  360: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
  768: { viewport: { width: 768, height: 1024 }, hasTouch: true },
  1280: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<number, BrowserContextOptions>

const demands: RequirementProfile = {
  fields: [
    { code: 'buyerReference', level: 'required', masks: ['FM####'], case: 'upper', example: 'FM8440' },
  ],
  anyOf: [],
  attachments: [],
  limits: {},
}

const carpentry = { itemName: 'Snickeriarbete kök', quantity: '12,5', unit: 'HUR', unitPrice: '595' }
const timber = { itemName: 'Virke och beslag', quantity: '1', unitPrice: '12 340' }

const linesOf = (...lines: readonly Partial<InvoiceDraft['lines'][number]>[]) => ({
  lines: lines.map((line) => ({ ...emptyLine(newId(), { vatChoice: 'rate-25' }), ...line })),
})

/** Each state: what is in the draft, and whether *Gå vidare* is pressed. */
const states: Record<string, { draft: Partial<InvoiceDraft> | null; isPressed?: boolean }> = {
  empty: { draft: null },
  filling: { draft: { buyerReference: '', ...linesOf(carpentry, { itemName: 'Virke' }) } },
  wrong: {
    draft: {
      buyerReference: 'FM84',
      issueDate: '2026-11-20',
      issueDateEdited: true,
      dueDate: '2026-11-02',
      dueDateEdited: true,
      ...linesOf(
        { ...carpentry, unitPrice: '595 kr/tim' },
        { ...timber, quantity: '' },
        { itemName: 'Resor' },
      ),
    },
    isPressed: true,
  },
  ready: { draft: { buyerReference: 'FM8440', ...linesOf(carpentry, timber) } },
}

const words = {
  goOn: /^(Gå vidare med fakturan|Continue with invoice)$/,
  summary: /^(Rätta det här innan du går vidare|Fix this before you continue)$/,
  allRight: /^(Allt stämmer – fakturan är giltig|All correct – the invoice is valid)$/,
} as const

async function newSupplier({ instance }: Opened): Promise<Supplier> {
  const company = await newCompany(instance, { name: 'Exempelverkstan i Umeå AB' })
  const receiver = await newCompany(instance, { kind: 'recipient', hasAccepted: false })
  const of = { name: 'Region Exempel', approval: 'auto', companyId: receiver.tenantId } as const
  const party = await newParty(instance, of)
  const version = { partyId: party.id, version: 1, validFrom: '2020-01-01', origin: 'recipient' } as const
  await insertProfile(instance.owner, { ...version, profile: demands })
  const added = await addCustomer(company, { partyId: party.id, customerNumber: '', message: '' })
  return { ...company, customerId: expectValue(added).customerId, customerName: party.name }
}

/** The form in a state, as it stands when nothing more is on its way. */
async function openState(page: Page, supplier: Supplier, name: string): Promise<void> {
  const { draft, isPressed = false } = states[name] ?? { draft: null }
  const path = draft === null ? '/invoices/new' : `/invoices/${(await draftOf(supplier, draft)).invoiceId}`
  await page.goto(path, { waitUntil: 'networkidle' })
  await expectForm(page)
  if (name === 'ready') await expect(page.getByText(words.allRight)).toBeVisible()
  if (!isPressed) return
  await page.getByRole('button', { name: words.goOn }).click()
  await expect(page.getByRole('group', { name: words.summary })).toBeVisible()
}

/** Makes the window as high as the page, so that what sticks to its foot covers nothing. */
async function showWhole(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
}

async function shootAll(opened: Opened): Promise<void> {
  const supplier = await newSupplier(opened)
  for (const [width, options] of Object.entries(widths)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const language of ['sv', 'en'] as const) {
        const context = await opened.browser.newContext({
          baseURL: opened.origin,
          locale: 'sv-SE',
          timezoneId: 'Europe/Stockholm',
          reducedMotion: 'reduce',
          colorScheme,
          ...options,
        })
        const page = await context.newPage()
        await openAs(page, opened.instance, supplier)
        await page.goto('/settings/user')
        const other = page.getByRole('button', { name: language === 'en' ? 'English' : 'Svenska' }).first()
        if ((await page.locator('html').getAttribute('lang')) !== language) await other.click()
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        for (const state of Object.keys(states)) {
          await page.setViewportSize(options.viewport)
          await openState(page, supplier, state)
          await showWhole(page)
          const path = join(folder, `form-${state}-${width}-${colorScheme}-${language}.png`)
          await page.screenshot({ path, caret: 'initial' })
          console.log(path)
        }
        await context.close()
      }
    }
  }
}

function givenInstance(): StartedInstance | null {
  const { TALONG_URL: origin, TALONG_DATA_DIR: dataDir } = process.env
  return origin && dataDir ? { origin, dataDir, stop: async () => undefined } : null
}

mkdirSync(folder, { recursive: true })
await withBrowser(givenInstance() ?? (await ownInstance()), shootAll)
