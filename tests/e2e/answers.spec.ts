import { expect } from '@playwright/test'
import type { JobName, JobQueue, PlannedJob } from '#db/jobs.ts'
import { insertPaymentAccount } from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { answerDocument } from '#lib/services/inbox/answer-document.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { csvOf } from '#tests/setup/files.ts'
import { expectAccessible } from './fixtures.ts'
import { deliveredTo, test } from './office-steps.ts'
import { sendAll } from './send-steps.ts'

test('K32 K28 the recipient accepts, asks and pays, and the supplier’s timeline has each answer', async ({
  page,
  office,
}) => {
  const { invoiceId, number } = await office.sent()
  const documentId = await deliveredTo(office, number)
  await office.signIn(page.context(), 'recipient')
  await page.goto(`/inbox/${documentId}`)
  const answers = page.getByRole('region', { name: 'Ert svar' })
  await answers.getByText('Under utredning…').click()
  await answers.getByRole('button', { name: 'Skicka frågan' }).click()
  await expect(answers.getByRole('link', { name: 'Skriv vad ni undrar' })).toBeVisible()
  await expectAccessible(page)
  await answers.getByLabel('Vad behöver ni veta').fill('Vilket projekt gäller det?')
  await answers.getByRole('button', { name: 'Skicka frågan' }).click()
  await expect(answers.getByRole('status')).toContainText('Vilket projekt gäller det?')
  await answers.getByRole('button', { name: 'Acceptera' }).click()
  await expect(answers.getByRole('status')).toContainText('Accepterad')
  await expectAccessible(page)
  await answers.getByRole('button', { name: 'Markera som betald' }).click()
  await expect(answers.getByRole('status')).toContainText('Betald')
  await expect(answers.getByRole('button')).toHaveCount(0)
  await page.getByRole('link', { name: 'Till inkorgen' }).click()
  await expect(page.getByRole('row').filter({ hasText: number }).getByText('Betald')).toBeVisible()

  await office.signIn(page.context())
  await page.goto(`/documents/${invoiceId}`)
  const timeline = page.getByRole('region', { name: 'Tidslinje' })
  for (const event of ['Under utredning hos', 'Godkänd av mottagaren', 'Betald, enligt mottagaren'])
    await expect(timeline.getByText(event)).toBeVisible()
  await expect(timeline.getByText('”Vilket projekt gäller det?”')).toBeVisible()
  await expect(timeline.getByText('av Prov Person, Provbolaget').first()).toBeVisible()
  await expectAccessible(page)
})

test('K28 a rejected invoice is mended and sent again under a new number, its files kept', async ({
  page,
  office,
}) => {
  const { invoiceId, number } = await office.ready()
  const file = { invoiceId, fileName: 'tabell.csv', bytes: csvOf() }
  expectValue(await addAttachment(office.supplier, file))
  await sendInvoices(office.supplier, [invoiceId])
  const documentId = await deliveredTo(office, number)
  await office.signIn(page.context(), 'recipient')
  await page.goto(`/inbox/${documentId}`)
  await page.getByText('Avvisa…').click()
  await page.getByRole('button', { name: 'Vår referens saknas eller är fel.' }).click()
  await page.getByRole('button', { name: 'Avvisa fakturan' }).click()
  await expect(page.getByRole('region', { name: 'Ert svar' }).getByRole('status')).toContainText('Avvisad')
  await expectAccessible(page)

  await office.signIn(page.context())
  await page.goto(`/documents/${invoiceId}`)
  await expect(page.getByText('Avvisad av mottagaren').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kreditera' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gör en ny faktura' }).click()
  await expect(page).toHaveURL(/\/invoices\//)
  await expect(page.getByText(`Ersätter faktura ${number}`)).toBeVisible()
  await expect(page.getByText('Vår referens saknas eller är fel.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'tabell.csv' })).toBeVisible()
  await page.getByLabel('Er referens').fill('FM8441')
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page).toHaveURL(/\/send/)
  const next = String(Number(number) + 1)
  await sendAll(page, [next])
  await deliveredTo(office, next)
  await page.goto(`/documents/${invoiceId}`)
  const replaced = page.getByRole('region', { name: 'Ersätts av' })
  await expect(replaced.getByRole('link', { name: `Faktura ${next}` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gör en ny faktura' })).toHaveCount(0)
  await replaced.getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Bilagor' }).getByText('tabell.csv')).toBeVisible()
  await expect(page.getByText('FM8441').first()).toBeAttached()
})

test('K28 Klar and an answer come to the page while one looks at it, and are read aloud', async ({
  page,
  office,
}) => {
  const { supplier, recipient } = office
  // No job: the worker takes it up only when this test says so.
  const held: [name: JobName, jobs: readonly PlannedJob<JobName>[]][] = []
  const enqueueAll: JobQueue['enqueueAll'] = async (_tx, name, some) => {
    held.push([name, some])
  }
  const jobs = { ...supplier.jobs, enqueueAll }
  const { invoiceId, number } = await office.ready()
  await sendInvoices({ ...supplier, jobs }, [invoiceId])
  await office.signIn(page.context())
  await page.goto(`/documents/${invoiceId}`)
  const status = page.getByRole('status').filter({ hasText: 'Skickas' })
  await expect(status).toBeVisible()
  await page.evaluate(() => {
    ;(window as { isSamePage?: boolean }).isSamePage = true
  })
  await withTenant(supplier.db, supplier.tenantId, async (tx) => {
    for (const [name, some] of held) await supplier.jobs.enqueueAll(tx, name, some)
  })
  const live = page.getByRole('status').filter({ hasText: 'Klar' })
  await expect(live).toBeVisible({ timeout: 20_000 })
  const documentId = await deliveredTo(office, number)
  expectValue(await answerDocument(recipient, { documentId, answer: 'accepted', text: '' }))
  await expect(page.getByRole('status').filter({ hasText: 'Godkänd' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Tidslinje' }).getByText('Godkänd av')).toBeVisible()
  expect(await page.evaluate(() => (window as { isSamePage?: boolean }).isSamePage)).toBe(true)
})

test('K32 an account that is another than last time is said in the inbox, with what to do', async ({
  page,
  office,
}) => {
  const { supplier } = office
  await deliveredTo(office, (await office.sent()).number)
  const id = newId()
  await withTenant(supplier.db, supplier.tenantId, (tx) =>
    insertPaymentAccount(tx, supplier.tenantId, {
      id,
      kind: 'bankgiro',
      number: '9912346',
      isDefault: false,
    }),
  )
  const { number } = await office.sent({ paymentAccountIds: [id] })
  await deliveredTo(office, number)
  await office.signIn(page.context(), 'recipient')
  await page.goto('/inbox')
  const row = page.getByRole('row').filter({ hasText: 'Nytt konto' })
  await expect(row).toHaveCount(1)
  await expectAccessible(page)
  await row.getByRole('link').click()
  await expect(page.getByText('Betala inte förrän du har kontrollerat kontot')).toBeVisible()
  await expect(page.getByText('Bankgiro 991-2346').first()).toBeVisible()
  await expect(page.getByText(/stod Bankgiro 5050-1055/)).toBeVisible()
  await expectAccessible(page)
})
