import { expect } from '@playwright/test'
import { expectValue } from '#lib/core/result.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { newParty } from '#tests/setup/directory.ts'
import { undeliveredInvoice } from '#tests/setup/invoices.ts'
import { openForm } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { instanceFolder, newOrgNumber, type Office, test } from './office-steps.ts'
import { rowOf, sendName } from './send-steps.ts'

const address = 'ekonomi@brevmottagaren.example'

/** A customer that takes letters, and nothing else unless told. */
async function letterCustomer(
  { supplier }: Office,
  name = 'Brevmottagaren AB',
  channels: ('email' | 'peppol')[] = ['email'],
): Promise<string> {
  const party = { name, orgNumber: newOrgNumber(), channels, contactEmail: address }
  const partyId = await newParty(openPostgres(instanceFolder()).ownerUrl(), party)
  return expectValue(await addCustomer(supplier, { partyId, customerNumber: '', message: '' })).customerId
}

test('K34 an invoice that goes by e-mail says so before it is sent and afterwards, and never that it is an e-invoice', async ({
  page,
  office,
}) => {
  // The mailbox has the letters of every test: this one is found by whom it names.
  const name = `Brevmottagaren ${newOrgNumber()}`
  const { number, invoiceId } = await office.ready({ customerId: await letterCustomer(office, name) })
  await office.signIn(page.context())
  await page.goto('/send')
  await expect(rowOf(page, number).getByText(`Med e-post till ${address}. Inte en e-faktura.`)).toBeVisible()
  await page.getByLabel(`Markera faktura ${number}`).check()
  await page.getByRole('button', { name: sendName(1) }).click()
  await expect(page.getByText('Med e-post, inte en e-faktura')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skicka nu' }).click()
  await expect(page.getByText('Inget att skicka')).toBeVisible()
  await page.goto(`/documents/${invoiceId}`)
  const standing = page.getByRole('status').filter({ hasText: 'Skickad med e-post' })
  await expect(standing).toContainText('inte en e-faktura', { timeout: 30_000 })
  await expect(page.getByText('Skickad med e-post, inte en e-faktura')).toBeVisible()
  await expect(page.getByText('Klar', { exact: true })).toHaveCount(0)
  await expectAccessible(page)

  await page.goto('/dev/mailbox')
  const letter = page.getByRole('listitem').filter({ hasText: name })
  await expect(letter.getByText('Det här är inte en e-faktura.')).toBeVisible()
  await expect(letter.getByText(`faktura-${number}.pdf`)).toBeVisible()
})

test('K34 a letter of which nobody knows says whom to ask, and offers no second one', async ({
  page,
  office,
}) => {
  const { invoiceId } = await office.ready({ customerId: await letterCustomer(office) })
  await undeliveredInvoice(office.supplier, invoiceId, 'uncertain')
  await office.signIn(page.context())
  await page.goto(`/documents/${invoiceId}`)
  await expect(page.getByText(`Ring eller skriv till mottagaren (${address}) och fråga.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Fråga igen' })).toHaveCount(0)
  await expectAccessible(page)
})

test('K34 the form says why a recipient in Peppol gets a letter, and of no other that it is in Peppol', async ({
  page,
  office,
}) => {
  const [name, other] = ['Nätkommunen', 'Brevmottagaren AB']
  const inNetwork = await letterCustomer(office, name, ['peppol', 'email'])
  const byLetter = await letterCustomer(office, other)
  await office.signIn(page.context())
  for (const [customerId, why] of [
    [inNetwork, `${name} tar emot e-fakturor via Peppol, men Talong är inte anslutet dit.`],
    [byLetter, `Fakturan går med e-post till ${address}. Det är inte en e-faktura.`],
  ] as const) {
    await openForm(page, '/invoices/new')
    await page.getByLabel('Välj mottagare').selectOption(customerId)
    const card = page.getByRole('region', { name: 'Mottagare' })
    await expect(card.getByText(why)).toBeVisible()
    await expect(card.getByText('via Peppol')).toHaveCount(customerId === inNetwork ? 1 : 0)
  }
})
