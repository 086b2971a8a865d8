import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { withTenant } from '#db/with-tenant.ts'
import { undeliveredInvoice } from '#tests/setup/invoices.ts'
import { expectAccessible } from './fixtures.ts'
import { deliveredTo, type Office, test } from './office-steps.ts'
import { rowOf } from './send-steps.ts'

/** Lets an invoice have been sent so many days ago. */
async function sentDaysAgo({ supplier }: Office, invoiceId: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000).toISOString()
  await withTenant(supplier.db, supplier.tenantId, (tx) =>
    tx.execute(sql`update invoices set sent_at = ${then}::timestamptz where id = ${invoiceId}`),
  )
}

test('S38 S39 sent documents: the last 90 days, found by number, recipient, amount and reference, by period and status', async ({
  page,
  office,
}) => {
  const cheap = await office.sent({ buyerReference: 'Hyllan7' })
  const dear = await office.sent({
    lines: (await office.draft()).draft.lines.map((line) => ({ ...line, unitPrice: '12345,60' })),
  })
  const old = await office.sent()
  await sentDaysAgo(office, old.invoiceId, 91)
  await sentDaysAgo(office, cheap.invoiceId, 45)
  await office.signIn(page.context())
  await page.goto('/documents')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mina dokument')
  await expect(page.getByRole('link', { name: 'Skickade dokument' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByLabel('Period')).toHaveValue('90')
  const shown = async (...invoices: readonly { number: string }[]) => {
    for (const { number } of [cheap, dear, old]) {
      const isShown = invoices.some((each) => each.number === number)
      await expect(page.getByRole('cell').getByRole('link', { name: number, exact: true })).toHaveCount(
        isShown ? 1 : 0,
      )
    }
  }
  await shown(cheap, dear)
  await expectAccessible(page)
  const search = async (text: string) => {
    await page.getByLabel('Nummer, mottagare, belopp eller referens').fill(text)
    await page.getByRole('button', { name: 'Sök' }).click()
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(text).replace(/%20/g, '\\+')}(&|$)`))
  }
  await search('hyllan7')
  await shown(cheap)
  await search('15 432,00')
  await shown(dear)
  await search(office.partyName.toUpperCase())
  await shown(cheap, dear)
  await search(dear.number)
  await expect(page.getByRole('cell').getByRole('link', { name: dear.number, exact: true })).toBeVisible()
  await search('finns inte')
  await expect(page.getByRole('heading', { name: 'Inga fakturor i urvalet' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Visa allt' }).click()
  await expect(page.getByLabel('Period')).toHaveValue('all')
  await shown(cheap, dear, old)

  const choose = async (label: string, option: string) => {
    await page.getByLabel(label, { exact: true }).selectOption(option)
    await page.getByRole('button', { name: 'Sök' }).click()
  }
  await choose('Period', 'Senaste 30 dagarna')
  await shown(dear)
  await choose('Period', 'Allt')
  await choose('Status', 'Med fel')
  await shown()
  await choose('Status', 'Alla')
  await shown(cheap, dear, old)
})

test('S40 K28 Klar when the recipient has it, with the evidence; what the recipient opens is told', async ({
  page,
  office,
}) => {
  const invoice = await office.sent()
  await office.signIn(page.context())
  await page.goto('/documents')
  // The list asks again by itself: nobody reloads it.
  await expect(rowOf(page, invoice.number).getByText('Klar', { exact: true })).toBeVisible({
    timeout: 20_000,
  })
  await rowOf(page, invoice.number).getByRole('link', { name: invoice.number, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Faktura ${invoice.number}`)
  await expect(page.getByText(/Levererad till mottagaren \d{4}-\d{2}-\d{2} \d{2}\.\d{2}/)).toBeVisible()
  const timeline = page.getByRole('region', { name: 'Tidslinje' })
  for (const step of [/Klar att skicka$/, /Skickad$/, /Klar – levererad till mottagarens inkorg$/])
    await expect(timeline.getByText(step)).toBeVisible()
  await expect(timeline.getByText('Väntar på att mottagaren öppnar fakturan')).toBeVisible()
  await timeline.getByText('Tekniska detaljer').last().click()
  await expect(timeline.getByText('Kvitto').last()).toBeVisible()
  await expect(timeline.getByText('Inkorg här').last()).toBeVisible()
  await expectAccessible(page)
  const documentId = await deliveredTo(office, invoice.number)
  await office.signIn(page.context(), 'recipient')
  await page.goto(`/inbox/${documentId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Faktura ${invoice.number}`)
  await office.signIn(page.context())
  await expect(async () => {
    await page.goto(`/documents/${invoice.invoiceId}`)
    await expect(timeline.getByText(/Hämtad av mottagaren$/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
})

test('K28 a delivery that is tried again says when, and promises no receipt within seconds', async ({
  page,
  office,
}) => {
  const { invoiceId } = await office.ready()
  await undeliveredInvoice(office.supplier, invoiceId, 'retrying')
  await office.signIn(page.context())
  await page.goto(`/documents/${invoiceId}`)
  const standing = page.getByRole('status').filter({ hasText: 'Försöker igen' })
  await expect(standing).toContainText(
    /nästa försök \d{4}-\d{2}-\d{2} \d{2}\.\d{2}, du behöver inte göra något/,
  )
  const timeline = page.getByRole('region', { name: 'Tidslinje' })
  await expect(timeline.getByText('Väntar på nästa försök')).toBeVisible()
  await expect(timeline.getByText('brukar ta några sekunder')).toHaveCount(0)
})

test('S28 K20 Kreditera makes a credit note of a sent invoice that refers to it and is marked as one', async ({
  page,
  office,
  isMobile,
}) => {
  const invoice = await office.sent()
  await office.signIn(page.context())
  await page.goto(`/documents/${invoice.invoiceId}`)
  await page.getByRole('button', { name: 'Kreditera' }).click()
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('radio', { name: 'Kreditfaktura' })).toBeChecked()
  await expect(page.getByText('812,50 kr').filter({ visible: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Godkänn och skicka')
  const row = page.getByRole('row').filter({ hasText: 'Klar att skicka' })
  await expect(row.getByText('Kreditfaktura')).toBeVisible()
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Skicka 1 faktura' }).click()
  await page.getByRole('button', { name: 'Skicka nu' }).click()
  await expect(page.getByText('1 faktura skickad.')).toBeVisible()
  await page.goto(`/documents/${invoice.invoiceId}`)
  const related = page.getByRole('region', { name: 'Krediteras av' })
  await related.getByRole('link', { name: /^Kreditfaktura/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Kreditfaktura/)
  await expect(page.getByRole('region', { name: 'Krediterar' }).getByRole('link')).toHaveText(
    `Faktura ${invoice.number}`,
  )
  // All of it is credited: a second credit note has nothing left, and says so.
  await expect(page.getByRole('button', { name: 'Kreditera' })).toHaveCount(0)
  await expectAccessible(page)
  if (isMobile) await page.getByRole('link', { name: 'Visa fakturan' }).click()
  await expect(page.getByText('Hyvlade lister').first()).toBeVisible()
  await expectAccessible(page)
})

test('S38 K38 drafts are in a tab of their own, taken away with a way back; a number that was given is asked for first', async ({
  page,
  office,
}) => {
  const draft = await office.draft()
  await office.signIn(page.context())
  await page.goto('/documents')
  await expect(page.getByRole('heading', { name: 'Skicka din första faktura' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Utkast', exact: true }).click()
  await expect(page).toHaveURL(/\/documents\/drafts$/)
  const row = page.getByRole('row').filter({ hasText: office.partyName })
  await expect(row.getByText('812,50 kr')).toBeVisible()
  await row.getByRole('button', { name: /Ta bort utkastet/ }).click()
  await expect(page.getByText('Utkastet är borttaget.')).toBeVisible()
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ångra' })).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(row).toBeVisible()
  await expect(page.getByText('Utkastet är borttaget.')).toHaveCount(0)
  await row.getByRole('link', { name: office.partyName }).click()
  await expect(page).toHaveURL(new RegExp(`/invoices/${draft.invoiceId}$`))
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
})
