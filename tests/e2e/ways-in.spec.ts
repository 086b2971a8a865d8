import { expect, type Page } from '@playwright/test'
import {
  asSupplier,
  closeLine,
  draftOf,
  expectSaved,
  goOn,
  heading,
  openForm,
  openGroups,
  openLine,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

const check = (page: Page) => page.locator('details').filter({ hasText: 'Fakturakontroll' }).first()
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** What the usual mistakes are told, in which part of the form, and the rule behind each. */
const mistakes = [
  ['Uppgifter', 'Ange fakturanummer', 'BR-02'],
  ['Uppgifter', 'Förfallodatum måste vara samma dag som eller efter fakturadatum', 'TALONG-08'],
  ['Uppgifter', 'Ange Er referens eller ordernummer. Mottagaren behöver en av dem.', 'PEPPOL-EN16931-R003'],
  ['Uppgifter', 'Sätt slutdatum till samma dag som eller efter startdatum', 'BR-29'],
  ['Fakturarader', 'Skriv en benämning på rad 1', 'BR-25'],
  ['Fakturarader', 'Ange antal på rad 1', 'BR-22'],
  ['Fakturarader', 'Skriv priset på rad 1 utan minus och sätt minus på antalet', 'BR-27'],
  ['Fakturarader', 'Välj varför momsen är 0 % på rad 1', 'TALONG-16'],
  ['Betalning', 'Välj vilket konto pengarna ska till', 'TALONG-22'],
] as const

test('K14 the usual mistakes are told at their fields with the rule behind each, and mended in one press or by hand', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await expect(check(page)).toContainText('Allt stämmer – fakturan är giltig')
  const number = await page.getByLabel('Fakturanummer').inputValue()
  await page.getByLabel('Fakturanummer').fill('')
  await page.getByLabel('Förfallodatum').fill('2026-01-31')
  await page.getByLabel('Er referens').fill('')
  await openGroups(page, 'Leverans och period')
  await page.getByLabel('Period, från').fill('2026-11-30')
  await page.getByLabel('Period, till').fill('2026-11-01')
  await page.getByLabel(/^Bankgiro/).uncheck()
  const line = await openLine(page, isMobile, 1)
  const cell = (name: string) => line.getByLabel(isMobile ? new RegExp(`^${name}`) : `${name}, rad 1`)
  await cell('Benämning').fill('')
  await cell('Antal').fill('')
  await cell('À-pris').fill('-500')
  await cell('Moms').selectOption('0')
  await closeLine(page, isMobile)
  await goOn(page)
  await expect(page.getByRole('group', { name: 'Rätta det här innan du går vidare' })).toBeFocused()
  for (const [name, sentence] of mistakes) {
    await expect(part(page, name).getByText(sentence).filter({ visible: true }).first()).toBeVisible()
  }
  await check(page).locator('summary').first().click()
  await check(page).getByText('Tekniska detaljer').click()
  for (const [, sentence, rule] of mistakes) {
    const told = check(page).locator('dl > div').filter({ hasText: sentence })
    await expect(told.locator('dt')).toHaveText(rule)
  }
  await expectAccessible(page)

  // In one press, each said and the focus where it was written.
  await part(page, 'Uppgifter')
    .getByRole('button', { name: `Använd ${number}` })
    .click()
  await expect(page.getByLabel('Fakturanummer')).toBeFocused()
  await expect(page.getByLabel('Fakturanummer')).toHaveValue(number)
  await expect(part(page, 'Uppgifter').getByText(`Fakturanumret är nu ${number}.`)).toBeVisible()
  await part(page, 'Uppgifter')
    .getByRole('button', { name: /^Sätt förfallodatum till / })
    .click()
  await expect(page.getByLabel('Förfallodatum')).toBeFocused()
  await expect(part(page, 'Uppgifter').getByText(/^Förfallodatum är nu /)).toBeVisible()
  await part(page, 'Uppgifter').getByRole('button', { name: 'Ångra' }).click()
  await expect(page.getByLabel('Förfallodatum')).toHaveValue('2026-01-31')
  // The list of the check mends too.
  await check(page)
    .getByRole('button', { name: /^Sätt förfallodatum till / })
    .click()
  await expect(page.getByLabel('Förfallodatum')).toBeFocused()
  await expect(page.getByLabel('Förfallodatum')).not.toHaveValue('2026-01-31')
  await part(page, 'Betalning').getByRole('button', { name: 'Använd 5050-1055' }).click()
  await expect(page.getByLabel(/^Bankgiro/)).toBeFocused()
  await expect(page.getByLabel(/^Bankgiro/)).toBeChecked()

  // The rest by hand, and the minus in one press as soon as there is a quantity to have it.
  await page.getByLabel('Er referens').fill('FM8440')
  await page.getByLabel('Period, till').fill('2026-11-30')
  await openLine(page, isMobile, 1)
  await cell('Benämning').fill('Återtagna skruvar')
  await cell('Antal').fill('2')
  await line.getByRole('button', { name: 'Sätt minus på antalet' }).click()
  await expect(cell('Antal')).toBeFocused()
  await expect(cell('Antal')).toHaveValue('-2')
  await cell('Antal').fill('2')
  await line.getByLabel('Varför 0 %?').selectOption('exempt-education')
  await closeLine(page, isMobile)
  await expect(check(page)).toContainText('Allt stämmer – fakturan är giltig')

  // A published rule that no check of ours foresees.
  await openGroups(page, 'Köparens uppgifter')
  await page.getByLabel('Köparens momsregistreringsnummer').fill('QQ999999999')
  const prefix = 'Börja momsnumret med landets två bokstäver'
  await page.getByLabel('Köparens momsregistreringsnummer').blur()
  await expect(part(page, 'Uppgifter').getByText(prefix)).toBeVisible()
  await expect(check(page).locator('dl > div').filter({ hasText: prefix }).locator('dt')).toHaveText(
    'BR-CO-09',
  )
  await page.getByLabel('Köparens momsregistreringsnummer').fill('')
  await expect(check(page)).toContainText('Allt stämmer – fakturan är giltig')
  await expectSaved(page)
})

test('K14 a number that is taken is told with the next free one, and a press takes that', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const first = await draftOf(supplier)
  await openForm(page, `/invoices/${first.invoiceId}`)
  const taken = await page.getByLabel('Fakturanummer').inputValue()
  await goOn(page)
  await expect(heading(page)).toHaveText('Godkänn och skicka')
  const second = await draftOf(supplier)
  await openForm(page, `/invoices/${second.invoiceId}`)
  const next = await page.getByLabel('Fakturanummer').inputValue()
  await page.getByLabel('Fakturanummer').fill(taken)
  await goOn(page)
  const details = part(page, 'Uppgifter')
  await expect(
    details.getByText(`Fakturanummer ${taken} är redan använt. Nästa lediga är ${next}`),
  ).toBeVisible()
  await details.getByRole('button', { name: `Använd ${next}` }).click()
  await expect(details.getByText(`Fakturanumret är nu ${next}.`)).toBeVisible()
  await expect(page.getByLabel('Fakturanummer')).toBeFocused()
  await goOn(page)
  await expect(heading(page)).toHaveText('Godkänn och skicka')
})

test('while the script of a mend is on its way, all that is typed stands', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await expect(check(page)).toContainText('Allt stämmer – fakturan är giltig')
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const asked = page.waitForRequest('**/_next/static/chunks/**')
  await page.route('**/_next/static/chunks/**', async (route) => {
    await released
    await route.continue()
  })
  await page.getByLabel('Förfallodatum').fill('2026-01-31')
  await page.getByLabel('Er referens').fill('FM')
  await asked
  await page.getByLabel('Er referens').press('End')
  await page.getByLabel('Er referens').pressSequentially('9001')
  await expect(page.getByLabel('Er referens')).toHaveValue('FM9001')
  release()
  await expect(page.locator('#field-dueDate-error').getByRole('button')).toBeVisible()
  await expect(page.getByLabel('Er referens')).toHaveValue('FM9001')
})
