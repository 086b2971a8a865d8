import { expect, type Locator, type Page } from '@playwright/test'
import type { NewParty } from '#db/queries/directory-import.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { saveDraft, startDraft } from '#lib/services/invoices/drafts.ts'
import { type Instance, newCompany, newParty, openAs } from './instance-steps.ts'

/** A supplier whose user is signed in, and a customer that takes its invoices. */
export type Supplier = TenantContext & { customerId: string; customerName: string }

/** A supplier with one customer, signed in; the customer approves at once unless told otherwise. */
export async function asSupplier(
  page: Page,
  instance: Instance,
  party: Partial<NewParty> = {},
): Promise<Supplier> {
  const company = await newCompany(instance)
  const customer = await customerOf(instance, company, party)
  await openAs(page, instance, company)
  return { ...company, ...customer }
}

/** One more customer of a supplier. */
export async function customerOf(
  instance: Instance,
  ctx: TenantContext,
  party: Partial<NewParty> = {},
): Promise<{ customerId: string; customerName: string }> {
  const receiver = await newCompany(instance, { kind: 'recipient', hasAccepted: false })
  const { id, name } = await newParty(instance, { approval: 'auto', companyId: receiver.tenantId, ...party })
  const added = await addCustomer(ctx, { partyId: id, customerNumber: '', message: '' })
  return { customerId: expectValue(added).customerId, customerName: name }
}

/** A draft in the supplier's *Utkast*: one line of 1 000 kr at 25 %, complete but for `change`. */
export async function draftOf(
  ctx: Supplier,
  change: Partial<InvoiceDraft> = {},
): Promise<{ invoiceId: string; revision: number }> {
  const invoiceId = newId()
  const { customerId } = ctx
  const { draft } = await startDraft(ctx, { invoiceId, lineKey: newId(), customerId })
  const line = { ...emptyLine(newId(), { vatChoice: 'rate-25' }), itemName: 'Hyvling', quantity: '2' }
  const whole = { ...draft, buyerReference: 'FM8440', lines: [{ ...line, unitPrice: '500' }], ...change }
  const { revision } = expectValue(await saveDraft(ctx, { invoiceId, revision: 0, draft: whole }))
  return { invoiceId, revision }
}

/** The heading of the page. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** The talong's part of the page. */
export const talong = (page: Page): Locator => page.getByRole('region', { name: 'Sammanfattning' })

/** Waits until everything typed is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/Utkastet sparat kl\./)).toBeVisible()
}

/** Opens the groups of *Fler fält* by their titles; one that is open stays so. */
export async function openGroups(page: Page, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const group = page.locator('details').filter({ has: page.locator('summary', { hasText: title }) })
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
  }
}

/** The groups of *Fler fält*. */
export const allGroups = [
  'Referenser',
  'Leverans och period',
  'Köparens uppgifter',
  'Vår referens, meddelande och språk',
  'Valuta, förskott, avdrag och tillägg',
] as const

/** What a row is filled with; without a unit it stays at pieces. */
export type TypedLine = { itemName: string; quantity: string; price: string; vat: string; unit?: string }

/** A line as a person reaches it: a row of the table at the desk, its sheet on a phone. */
export async function openLine(page: Page, isMobile: boolean, number: number): Promise<Locator> {
  if (!isMobile) return page.locator('tbody').nth(number - 1)
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Redigera rad \d+:/ })
    .nth(number - 1)
    .click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('heading', { name: `Rad ${number}` })).toBeVisible()
  return sheet
}

/** Leaves the line's sheet; at the desk there is nothing to leave. */
export async function closeLine(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole('dialog').getByRole('button', { name: 'Klar', exact: true }).click()
}

/** Fills a line that is open. */
export async function fillLine(
  line: Locator,
  isMobile: boolean,
  number: number,
  typed: TypedLine,
): Promise<void> {
  const cell = (name: string) => line.getByLabel(isMobile ? new RegExp(`^${name}`) : `${name}, rad ${number}`)
  await cell('Benämning').fill(typed.itemName)
  await cell('Antal').fill(typed.quantity)
  if (typed.unit !== undefined) await cell('Enhet').selectOption(typed.unit)
  await cell('À-pris').fill(typed.price)
  await cell('Moms').selectOption(typed.vat)
}

/** Opens *Mer om raden* of a line that is open. */
export async function openDetails(line: Locator, isMobile: boolean, number: number): Promise<void> {
  if (isMobile) await line.locator('summary', { hasText: 'Mer om raden' }).click()
  else await line.getByRole('button', { name: `Mer om rad ${number}` }).click()
}

/** *Gå vidare med fakturan*. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
}

/** Opens the figures of the talong on a phone; at the desk they are there. */
export async function showSums(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole('button', { name: 'Visa moms, förfallodag och konto' }).click()
}

/** *Gå vidare* with a draft that has an address, then its paper in *Godkänn och skicka*. */
export async function openPaper(page: Page): Promise<Locator> {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await goOn(page)
  await expect(heading(page)).toHaveText('Godkänn och skicka')
  await page.goto(`/send/${id}`)
  return page.locator('.paper')
}

/** Opens the form and waits until it answers: before that, what is chosen in it is chosen in the page alone. */
export async function openForm(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expectForm(page)
}

/**
 * Waits until the form knows how wide the page is: its script runs, and *Spara som mall* stands in one place; and until
 * every part of it can be used.
 */
export async function expectForm(page: Page): Promise<void> {
  await expect(page.locator('button', { hasText: /^(Spara som mall|Save as template)$/ })).toHaveCount(1)
  await expect(page.locator('main [inert]')).toHaveCount(0)
}

/** Pastes text in the field that has the focus, as the system does it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}
