import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { newRegistration } from './fixtures.ts'
import { newCompany, newParty, openAs, test } from './instance-steps.ts'

// From registration to sent with the keyboard alone: after an address is opened, only page.keyboard is used.

/** Presses Tab until `target` has the focus; each stop must be visible and not hidden under anything. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  // As a person does: until the page with it has come, pressing would only go round the one before.
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    if (
      (await target.count()) > 0 &&
      (await target.evaluate((element) => element === document.activeElement))
    ) {
      const uncovered = await target.evaluate((element) => {
        const box = element.getBoundingClientRect()
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return (
          top !== null &&
          (element === top ||
            element.contains(top) ||
            top.contains(element) ||
            element.closest('label')?.contains(top) === true)
        )
      })
      expect(uncovered, 'the focused control is covered').toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${target}`)
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('register to sent by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000)
  const company = newRegistration()
  await page.goto('/register')
  await type(page, page.getByLabel('Organisationsnummer'), company.orgNumber)
  await type(page, page.getByLabel('Företagsnamn'), company.companyName)
  await type(page, page.getByLabel('Ditt namn'), company.name)
  await type(page, page.getByLabel('E-post'), company.email)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Kolla din e-post')

  const letter = page.getByRole('listitem').filter({ hasText: company.email })
  await expect(async () => {
    await page.goto('/dev/mailbox')
    await expect(letter).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await press(page, letter.getByRole('link'))
  await expect(heading(page)).toHaveText('Läs och godkänn avtalet')
  await press(page, page.getByLabel(/Jag har läst och godkänner avtalet/), 'Space')
  await press(page, page.getByRole('button', { name: 'Godkänn och fortsätt' }))
  await expect(heading(page)).toHaveText('Välj lösenord')
  await type(page, page.getByLabel('Lösenord', { exact: true }), 'tangenter och tummar')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Företagsuppgifter')

  await tabTo(page, page.getByLabel('Företagsform'))
  await page.keyboard.type('Aktie')
  await type(page, page.getByLabel('Säte'), 'Umeå')
  await type(page, page.getByRole('textbox', { name: 'Momsregistreringsnummer' }), `SE${company.orgNumber}01`)
  await type(page, page.getByRole('textbox', { name: 'Adress', exact: true }), 'Hyvelgatan 3')
  await type(page, page.getByLabel('Postnummer'), '90326')
  await type(page, page.getByRole('textbox', { name: 'Ort', exact: true }), 'Umeå')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()

  await page.goto('/settings/payment')
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  await type(page, page.getByRole('textbox', { name: 'Bankgiro' }), '50501055')
  await type(page, page.getByLabel('Bekräfta med ditt lösenord'), 'tangenter och tummar')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()

  await page.goto('/customers/search')
  await type(page, page.getByLabel(/Namn, organisationsnummer/), 'region exempel')
  await press(
    page,
    page.getByRole('button', { name: /Visa uppgifter om Region Exempellän|^Region Exempellän/ }),
  )
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Region Exempellän' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Region Exempellän/ }).first()).toBeFocused()
  await press(page, page.getByRole('link', { name: 'Lägg till Region Exempellän' }))
  await type(page, page.getByLabel(/Vilket kundnummer har du/), '1')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('button', { name: 'Slutför' }))
  await expect(heading(page)).toHaveText('Region Exempellän finns nu i ditt kundregister')
  await press(page, page.getByRole('link', { name: 'Skapa e-faktura' }).last())

  await expect(heading(page)).toHaveText('Skapa e-faktura')
  // The customer just added is chosen already; by keyboard one changes one's mind and back.
  await press(page, page.getByRole('button', { name: 'Byt mottagare' }))
  await tabTo(page, page.getByLabel('Välj mottagare'))
  await page.keyboard.type('Region')
  await expect(page.getByLabel('Välj mottagare')).not.toHaveValue('')
  await type(page, page.getByLabel('Er referens'), 'FM8440')
  await type(page, page.getByLabel('Benämning, rad 1'), 'Hyvlade lister')
  await type(page, page.getByLabel('Antal, rad 1'), '40')
  await type(page, page.getByLabel('À-pris, rad 1'), '45,50')
  // Enter on the last row adds a row and goes to its first cell.
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Benämning, rad 2')).toBeFocused()
  await page.keyboard.type('Körning')
  await type(page, page.getByLabel('À-pris, rad 2'), '350')
  await expect(page.getByText('2 712,50 kr').first()).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Gå vidare med fakturan' }))
  await expect(heading(page)).toHaveText('Godkänn och skicka')
  await press(page, page.getByLabel('Markera faktura 1'), 'Space')
  await press(page, page.getByRole('button', { name: 'Skicka 1 faktura' }))
  await press(page, page.getByRole('button', { name: 'Skicka nu' }))
  await expect(page.getByText('1 faktura skickad.')).toBeVisible()
})

test('S17 K9 a recipient approves one supplier and refuses another by keyboard alone', async ({
  page,
  instance,
}) => {
  const recipient = await newCompany(instance, { kind: 'recipient' })
  const party = await newParty(instance, { companyId: recipient.tenantId })
  const [welcome, unknown] = [await newCompany(instance), await newCompany(instance)]
  for (const supplier of [welcome, unknown])
    await addCustomer(supplier, { partyId: party.id, customerNumber: '', message: '' })
  await openAs(page, instance, recipient)
  await page.goto('/requests')
  const approve = page.getByRole('button', { name: `Godkänn ${welcome.companyName}` })
  await press(page, approve)
  // The message takes the focus: the way back is the next stop.
  await expect(page.getByRole('status').filter({ hasText: '1 leverantör är godkänd' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Ångra' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Förfrågan väntar på svar igen')).toBeVisible()
  await press(page, approve)
  await expect(page.getByText('1 leverantör är godkänd')).toBeVisible()
  const card = page.getByRole('listitem').filter({ hasText: unknown.companyName })
  await press(page, card.locator('summary'))
  await press(page, card.getByRole('button', { name: 'Vi känner inte till er som leverantör.' }))
  await expect(card.getByLabel('Varför?')).toBeFocused()
  await expect(card.getByLabel('Varför?')).toHaveValue('Vi känner inte till er som leverantör.')
  await press(page, card.getByRole('button', { name: 'Neka förfrågan' }))
  await expect(page.getByText('Förfrågan är nekad. Leverantören får besked med ditt skäl.')).toBeVisible()
})
