import { expect, type Locator, type Page } from '@playwright/test'

/** The row of an invoice in a list, by its number. */
export function rowOf(page: Page, number: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: number }) })
}

/** Opens an invoice of *Godkänn och skicka* as one does: beside the list on a desk, on its own page on a phone. */
export async function show(page: Page, number: string, isMobile: boolean): Promise<void> {
  if (isMobile) await rowOf(page, number).getByRole('link', { name: number }).click()
  // Anywhere on the row: it is shown, not ticked.
  else await rowOf(page, number).getByText('Klar att skicka').click()
  await expect(page.getByRole('heading', { name: `Faktura ${number}`, exact: true }).first()).toBeVisible()
}

/** The panel *Bilagor* of the invoice that is shown. */
export function filesPanel(page: Page): Locator {
  return page.getByRole('region', { name: 'Bilagor', exact: true })
}

/** Ticks these invoices, reads the summary and sends. */
export async function sendAll(page: Page, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) await page.getByLabel(`Markera faktura ${number}`).check()
  await page.getByRole('button', { name: sendName(numbers.length) }).click()
  await page.getByRole('button', { name: 'Skicka nu' }).click()
}

/** What the bar's button is called when so many are ticked. */
export function sendName(count: number): string {
  return count === 1 ? 'Skicka 1 faktura' : `Skicka ${count} fakturor`
}
