import { expect, type Page } from '@playwright/test'
import { findCustomer } from '#db/queries/customers.ts'
import { insertProfile } from '#db/queries/requirement-profiles.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { pdfOf } from '#tests/setup/files.ts'
import {
  asSupplier,
  closeLine,
  expectSaved,
  fillLine,
  goOn,
  heading,
  openForm,
  openGroups,
  openLine,
  type Supplier,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { type Instance, test } from './instance-steps.ts'

const demands: RequirementProfile = {
  fields: [
    { code: 'buyerReference', level: 'required', masks: ['FM####'], case: 'upper', example: 'FM8440' },
    { code: 'contractReference', level: 'required', masks: ['AVT-#{4}'], example: 'AVT-2026' },
    { code: 'projectReference', level: 'recommended', help: { sv: 'Om beställningen har ett' } },
  ],
  anyOf: [{ codes: ['buyerContactName', 'buyerIdentifier'] }],
  attachments: [{ name: { sv: 'Tidrapport' }, types: ['application/pdf'], when: { unitIn: ['HUR'] } }],
  limits: { maxFiles: 3, maxTotalBytes: 5_000_000, currencies: ['SEK'] },
  note: { sv: 'En order per faktura.' },
}

/** From now on the customer's party demands this. */
async function demand(instance: Instance, ctx: Supplier, version: number, profile: RequirementProfile) {
  const { platform, owner } = instance
  const customer = await withTenant(platform.db, ctx.tenantId, (tx) =>
    findCustomer(tx, ctx.tenantId, ctx.customerId),
  )
  if (customer === null) throw new Error('the supplier has no such customer')
  const of = { partyId: customer.partyId, version, validFrom: '2020-01-01', origin: 'recipient' } as const
  await insertProfile(owner, { ...of, profile })
}

async function leaveWith(page: Page, label: string, text: string) {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.blur()
}

test('K11 K26 what a recipient demands is seen, said at its field, and holds until it is met; also when it changes', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { customerName } = supplier
  await demand(instance, supplier, 1, demands)

  await page.goto(`/customers/search?q=${encodeURIComponent(customerName)}`)
  await page.getByRole('button', { name: customerName }).click()
  await expect(page.getByRole('dialog').getByText('En order per faktura.')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('Avtalsnummer: AVT- och fyra siffror')).toBeVisible()

  await openForm(page, '/invoices/new')
  const contract = page.getByLabel('Avtalsnummer', { exact: true })
  await expect(contract).toBeHidden()
  await page.getByLabel('Välj mottagare').selectOption(supplier.customerId)
  const card = page.getByRole('region', { name: 'Mottagare' })
  await expect(card.getByText('En order per faktura.')).toBeVisible()
  await expect(card.getByText('Er referens: FM och fyra siffror, till exempel FM8440')).toBeVisible()
  await expect(card.getByText('Bilaga: Tidrapport (PDF), när något faktureras i tim')).toBeVisible()
  // Out of Fler fält, with what is wanted as its hint.
  await expect(contract).toBeVisible()
  await expect(contract).toHaveAttribute('required', '')
  await expect(contract).toHaveAccessibleDescription(
    `${customerName} vill ha AVT- och fyra siffror, till exempel AVT-2026`,
  )
  await expect(page.getByLabel('Projektnummer')).toHaveAccessibleDescription(
    `Om beställningen har ett. Rekommenderas av ${customerName}`,
  )
  await expect(
    page.getByText(`${customerName} tar emot högst 3 filer och högst 5 MB tillsammans.`).last(),
  ).toBeVisible()

  const reference = page.getByLabel('Er referens', { exact: true })
  const shape = page.getByText('Er referens ska vara FM och fyra siffror, till exempel FM8440')
  await leaveWith(page, 'Er referens', 'FM84')
  await expect(shape.first()).toBeVisible()
  await leaveWith(page, 'Er referens', 'Ref: FM 8440')
  await expect(reference).toHaveValue('FM8440')
  await expect(shape).toHaveCount(0)
  const note = page.getByRole('status').filter({ hasText: 'Vi tog bort ”Ref:”' })
  await expectAccessible(page)
  await note.getByRole('button', { name: 'Ångra' }).click()
  await expect(reference).toHaveValue('Ref: FM 8440')
  await expect(reference).toBeFocused()
  await reference.blur()
  // Whoever takes it back has it so, and is told.
  await expect(reference).toHaveValue('Ref: FM 8440')
  await expect(shape.first()).toBeVisible()
  await leaveWith(page, 'Er referens', 'fm8440')
  await expect(reference).toHaveValue('FM8440')

  const line = await openLine(page, isMobile, 1)
  const hours = { itemName: 'Snickeriarbete', quantity: '3', price: '595', vat: 'rate-25', unit: 'HUR' }
  await fillLine(line, isMobile, 1, hours)
  await closeLine(page, isMobile)
  await goOn(page)
  const summary = page.getByRole('group', { name: 'Rätta det här innan du går vidare' })
  await expect(summary.getByRole('link')).toHaveText([
    `Ange avtalsnummer. ${customerName} kräver det, till exempel AVT-2026`,
    `Ange kontakt hos köparen eller köparens id. ${customerName} kräver minst en av dem`,
    `Bifoga tidrapport. ${customerName} kräver det`,
  ])
  await expectAccessible(page)
  await summary.getByRole('link', { name: /^Bifoga tidrapport/ }).click()
  await expect(page.getByLabel('Välj fil')).toBeFocused()

  await contract.fill('AVT-2026')
  await page.getByLabel('Kontakt hos köparen').fill('Ann Beställare')
  await page
    .getByLabel('Välj fil')
    .setInputFiles({ name: 'vecka 46.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf()) })
  await expect(page.getByText('Tidrapport: vecka 46.pdf')).toBeVisible()
  // What is only recommended warns.
  await expect(page.getByText('1 att kontrollera')).toBeVisible()
  await expectSaved(page)
  await goOn(page)
  await expect(heading(page)).toHaveText('Godkänn och skicka')

  await demand(instance, supplier, 2, {
    ...demands,
    fields: [...demands.fields, { code: 'buyerVatNumber', level: 'required', masks: ['SE#{12}X'] }],
  })
  await page.goto('/send')
  await expect(page.getByText('Måste rättas')).toBeVisible()
  await expect(
    page.getByText('Köparens momsregistreringsnummer ska vara SE, tolv siffror och X'),
  ).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('link', { name: 'Visa och rätta' }).click()
  await page.getByRole('button', { name: 'Ändra' }).click()
  await expect(heading(page)).toHaveText('Skapa e-faktura')
})

test('K11 what a recipient demands of every line stands by the line, with what it looks like, until it is met', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { customerName } = supplier
  await demand(instance, supplier, 1, {
    fields: [
      { code: 'lines.orderLineReference', level: 'required', masks: ['#{1,3}'], example: '10' },
      { code: 'lines.sellerItemId', level: 'recommended', help: { sv: 'Artikelnumret i avtalet' } },
    ],
    anyOf: [],
    attachments: [],
    limits: {},
  })
  await openForm(page, '/invoices/new')
  await page.getByLabel('Välj mottagare').selectOption(supplier.customerId)
  await page.getByLabel('Er referens', { exact: true }).fill('FM8440')
  const line = await openLine(page, isMobile, 1)
  await fillLine(line, isMobile, 1, { itemName: 'Hyvling', quantity: '2', price: '500', vat: 'rate-25' })
  // Beside the usual cells: nothing is opened for it.
  const order = line.getByLabel('Orderrad, rad 1')
  await expect(order).toBeVisible()
  await expect(order).toHaveAttribute('required', '')
  await expect(order).toHaveAccessibleDescription(
    `${customerName} vill ha en till tre siffror, till exempel 10`,
  )
  await expect(line.getByLabel('Artikelnummer, rad 1', { exact: true })).toHaveAccessibleDescription(
    `Artikelnumret i avtalet. Rekommenderas av ${customerName}`,
  )
  await order.fill('A7')
  await order.blur()
  await expect(line.getByText('Orderrad på rad 1 ska vara en till tre siffror').first()).toBeVisible()
  await expectAccessible(page)
  await order.fill('')
  await closeLine(page, isMobile)
  await goOn(page)
  const summary = page.getByRole('group', { name: 'Rätta det här innan du går vidare' })
  await summary.getByRole('link').click()
  if (isMobile) await openLine(page, isMobile, 1)
  else await expect(order).toBeFocused()
  await order.fill('10')
  await closeLine(page, isMobile)
  await expectSaved(page)
  await goOn(page)
  await expect(heading(page)).toHaveText('Godkänn och skicka')
})

test('what was accepted in a field is saved as the customer’s usual value on request, and asked about once', async ({
  page,
  instance,
}) => {
  const { customerId, customerName } = await asSupplier(page, instance)
  const offer = (fields: string) => page.getByText(`Spara ${fields} som standard för ${customerName}?`)
  await openForm(page, `/invoices/new?customer=${customerId}`)
  await leaveWith(page, 'Er referens', 'N/A')
  await expect(page.getByText(/Skriv den referens du har fått/).first()).toBeVisible()
  await expect(offer('Er referens')).toHaveCount(0)
  await leaveWith(page, 'Er referens', 'FM8440')
  await expect(offer('Er referens')).toBeVisible()
  await openGroups(page, 'Referenser')
  await leaveWith(page, 'Avtalsnummer', 'AVT-1')
  await expect(offer('Er referens och avtalsnummer')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Spara som standard' }).click()
  await expect(page.getByText(`Nästa faktura till ${customerName} börjar med det.`)).toBeVisible()
  await leaveWith(page, 'Projektnummer', 'P2041')
  await offer('projektnummer').waitFor()
  await page.getByRole('button', { name: 'Nej tack' }).click()
  await expect(offer('projektnummer')).toHaveCount(0)

  await openForm(page, '/invoices/new')
  await page.getByLabel('Välj mottagare').selectOption({ value: customerId })
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
  await expect(page.getByLabel('Avtalsnummer')).toHaveValue('AVT-1')
  await leaveWith(page, 'Er referens', 'FM9999')
  await openGroups(page, 'Referenser')
  await leaveWith(page, 'Projektnummer', 'P2041')
  await leaveWith(page, 'Upphandlingsnummer', 'U-1')
  // Only of what has neither a usual value nor an answer.
  await expect(offer('upphandlingsnummer')).toBeVisible()

  await page.goto(`/customers/${customerId}`)
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
  await expect(page.getByLabel('Projektnummer')).toHaveValue('')
  await expectAccessible(page)
})
