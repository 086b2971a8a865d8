import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { sessions } from '#db/schema/users.ts'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { openDraft, saveDraft } from '#lib/services/invoices/drafts.ts'
import {
  asSupplier,
  closeLine,
  draftOf,
  expectSaved,
  openForm,
  openGroups,
  openLine,
  paste,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { newCompany, openAs, test } from './instance-steps.ts'

// K15: whatever happens to the window, the network or the session, what was typed is there again.

const reference = (page: Page) => page.getByLabel('Er referens')
const found = (page: Page) => page.getByText(/Vi hittade ändringar som inte hann sparas \(\d\d\.\d\d\)/)

/** What the device has promised to have written: 50 ms after the last key. */
const keptWithin = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))

/** Ends the window as a crash does: no event, no last save. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const devtools = await page.context().newCDPSession(page)
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
}

/** Nothing reaches the server's drafts until the returned function is called. */
async function cutOff(context: BrowserContext): Promise<() => void> {
  let isCut = true
  // A route is not taken away again: that waits for windows that have crashed.
  await context.route('**/api/drafts/**', (route) => (isCut ? route.abort() : route.fallback()))
  return () => {
    isCut = false
  }
}

/** How many drafts the device keeps. */
const keptHere = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('talong', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'key' })
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('drafts').objectStore('drafts').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

const onServer = async (ctx: TenantContext, invoiceId: string) =>
  expectValue(await openDraft(ctx, invoiceId)).draft

test('K15 the window crashes in the middle of a word: opened again everything is there, saved, and can be let go of', async ({
  page,
  context,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const mend = await cutOff(context)
  await openForm(page, `/invoices/${invoiceId}`)
  const line = await openLine(page, isMobile, 1)
  await line.getByLabel(isMobile ? /^Benämning/ : 'Benämning, rad 1').fill('Hyvling av golv')
  await closeLine(page, isMobile)
  await reference(page).clear()
  await reference(page).pressSequentially('MITT I ETT O')
  await keptWithin(page)
  await crash(page)
  mend()
  const again = await context.newPage()
  await openForm(again, `/invoices/${invoiceId}`)
  await expect(found(again)).toContainText('De är tillbaka.')
  await expect(reference(again)).toHaveValue('MITT I ETT O')
  await expectSaved(again)
  await expectAccessible(again)
  const saved = await onServer(supplier, invoiceId)
  expect(saved).toMatchObject({ buyerReference: 'MITT I ETT O', lines: [{ itemName: 'Hyvling av golv' }] })
  await expect.poll(() => keptHere(again)).toBe(0)
  await again.getByRole('button', { name: 'Släng ändringarna' }).click()
  await expect(reference(again)).toHaveValue('FM8440')
  await again.getByRole('button', { name: 'Ångra' }).click()
  await expect(reference(again)).toHaveValue('MITT I ETT O')
})

test('K15 a new invoice that never reached the server is offered in the next new one', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const mend = await cutOff(context)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  await reference(page).pressSequentially('ALDRIG SPARAD')
  await keptWithin(page)
  await crash(page)
  const again = await context.newPage()
  await openForm(again, '/invoices/new')
  const offer = again.getByText(/Vi hittade en faktura som inte hann sparas/)
  await expect(offer).toBeVisible()
  await expect(again.getByText(`${supplier.customerName}, 0 rader, 0,00 kr`)).toBeVisible()
  await expectAccessible(again)
  await again.getByRole('button', { name: 'Släng', exact: true }).click()
  await expect(offer).toBeHidden()
  await again.getByRole('button', { name: 'Ångra' }).click()
  const openIt = again.getByRole('button', { name: 'Öppna fakturan' })
  await openIt.click()
  await expect(again.getByText(/Fakturan gick inte att spara just nu/)).toBeVisible()
  mend()
  await openIt.click()
  await expect(again).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/)
  await expect(reference(again)).toHaveValue('ALDRIG SPARAD')
  await expect.poll(() => keptHere(again)).toBe(0)
})

test('K15 offline for a while: said, kept on the device, and saved by itself when the network is back', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await context.setOffline(true)
  await expect(page.getByText('Du är offline. Det du skriver sparas på den här enheten.')).toBeVisible()
  await reference(page).fill('UTAN NÄT')
  await reference(page).blur()
  await expect(page.getByText('Sparas när du är online igen')).toBeVisible()
  await expect(page.getByText(/Utkastet sparat/)).toHaveCount(0)
  await expectAccessible(page)
  await expect.poll(() => keptHere(page)).toBe(1)
  await context.setOffline(false)
  await expectSaved(page)
  await expect(page.getByText(/Du är offline/)).toHaveCount(0)
  expect(await onServer(supplier, invoiceId)).toMatchObject({ buyerReference: 'UTAN NÄT' })
  await expect.poll(() => keptHere(page)).toBe(0)
})

test('K15 the server cannot be reached: said with what is kept where, a file to take along, and a way to try again', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const mend = await cutOff(context)
  await openForm(page, `/invoices/${invoiceId}`)
  await reference(page).fill('INGEN SERVER')
  await expect(
    page.getByText('Kunde inte spara. Dina ändringar finns kvar på den här enheten.'),
  ).toBeVisible()
  await expectAccessible(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Ladda ner som fil' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^talong.*\.json$/)
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
    buyerReference: 'INGEN SERVER',
  })
  mend()
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await expectSaved(page)
  expect(await onServer(supplier, invoiceId)).toMatchObject({ buyerReference: 'INGEN SERVER' })
})

test('K15 the session ends while one types, and then the window: signed in again everything is there', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await instance.platform.db.delete(sessions).where(eq(sessions.userId, supplier.userId))
  await reference(page).fill('UTLOGGAD')
  await expect(page.getByRole('dialog', { name: 'Logga in igen för att fortsätta' })).toBeVisible()
  await page.close()
  await openAs(await context.newPage(), instance, supplier)
  const again = await context.newPage()
  await openForm(again, `/invoices/${invoiceId}`)
  await expect(found(again)).toBeVisible()
  await expect(reference(again)).toHaveValue('UTLOGGAD')
  await expectSaved(again)
})

test('K15 two windows on one draft, and one crashes: both versions are shown, and neither is lost', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId, revision } = await draftOf(supplier)
  const other = await context.newPage()
  for (const window of [page, other]) await openForm(window, `/invoices/${invoiceId}`)
  await reference(page).fill('FÖRST')
  await expectSaved(page)
  await reference(other).fill('SEDAN')
  await expect(other.getByText(/Utkastet ändrades i ett annat fönster kl\. \d\d\.\d\d/)).toBeVisible()
  // The first window goes on: it saves its own, and leaves the other's alone.
  await reference(page).fill('FÖRST IGEN')
  await expect.poll(async () => (await onServer(supplier, invoiceId)).buyerReference).toBe('FÖRST IGEN')
  await keptWithin(other)
  await crash(other)
  const again = await context.newPage()
  await openForm(again, `/invoices/${invoiceId}`)
  await expect(found(again)).toContainText('Utkastet har ändrats någon annanstans sedan dess.')
  await expect(reference(again)).toHaveValue('SEDAN')
  const versions = again.getByRole('alert').filter({ has: again.getByText('Här:') })
  await expect(versions).toContainText(/Här: \d\d\.\d\d, .+, 1 rad, 1\s250,00\skr/)
  await expect(versions).toContainText(/Det andra: \d\d\.\d\d, .+, 1 rad, 1\s250,00\skr/)
  await expectAccessible(again)
  await again.getByRole('button', { name: 'Hämta det andra' }).click()
  await expect(reference(again)).toHaveValue('FÖRST IGEN')
  await again.getByRole('button', { name: 'Ångra' }).click()
  await expect(reference(again)).toHaveValue('SEDAN')
  await expect.poll(async () => (await onServer(supplier, invoiceId)).buyerReference).toBe('SEDAN')
  const stale = { ...(await onServer(supplier, invoiceId)), buyerReference: 'GAMMAL' }
  expect((await saveDraft(supplier, { invoiceId, revision, draft: stale })).ok).toBe(false)
})

test('K15 another user of the device sees nothing of what was kept, and signing out leaves nothing there', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const mend = await cutOff(context)
  const leave = async (window: Page) => {
    await openForm(window, `/invoices/${invoiceId}`)
    await reference(window).fill('HEMLIGT')
    await keptWithin(window)
    await crash(window)
  }
  await leave(page)
  const kim = await newCompany(instance)
  const second = await context.newPage()
  await openAs(second, instance, kim)
  await openForm(second, '/invoices/new')
  await expect.poll(() => keptHere(second)).toBe(0)
  await expect(second.getByText(/Vi hittade/)).toHaveCount(0)

  await openAs(second, instance, supplier)
  await leave(await context.newPage())
  mend()
  await second.goto('/more')
  expect(await keptHere(second)).toBe(1)
  await second.getByRole('button', { name: 'Logga ut' }).filter({ visible: true }).first().click()
  await expect(second).toHaveURL(/\/sign-in/)
  await expect.poll(() => keptHere(second)).toBe(0)
})

test('K15 where the browser keeps nothing the form works as ever, and does not claim the device', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await openForm(page, `/invoices/${invoiceId}`)
  await reference(page).fill('SPARAS')
  await expectSaved(page)
  const mend = await cutOff(context)
  await reference(page).fill('SPARAS INTE')
  await expect(page.getByText('Kunde inte spara. Håll sidan öppen så att inget går förlorat.')).toBeVisible()
  mend()
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await expectSaved(page)
})

test('K15 two windows on one draft: what sets them apart is shown, with the choice, and nothing else', async ({
  page,
  context,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const other = await context.newPage()
  for (const window of [page, other]) await openForm(window, `/invoices/${invoiceId}`)
  const line = await openLine(page, isMobile, 1)
  await line.getByLabel(isMobile ? /^À-pris/ : 'À-pris, rad 1').fill('650')
  await closeLine(page, isMobile)
  await expectSaved(page)
  await reference(other).fill('MITT')
  await other.getByRole('button', { name: 'Visa skillnad' }).click()
  const dialog = other.getByRole('dialog', { name: 'Skillnad mellan utkasten' })
  await expect(dialog).toBeVisible()
  const rows = dialog.getByRole('row').filter({ has: other.getByRole('cell') })
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText(/Er referens.*MITT.*FM8440/)
  await expect(rows.nth(1)).toContainText(/À-pris, rad 1.*500.*650/)
  await expectAccessible(other)
  await dialog.getByRole('button', { name: 'Behåll mitt' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expectSaved(other)
  expect(await onServer(supplier, invoiceId)).toMatchObject({
    buyerReference: 'MITT',
    lines: [{ unitPrice: '500' }],
  })
})

test('K38 everything done in the form can be undone: from Senaste ändringar, and by keys outside text fields', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await reference(page).fill('NY REFERENS')
  await page.getByRole('button', { name: 'Lägg till rad', exact: true }).click()
  const sheet = page.getByRole('dialog').getByLabel(/^Benämning/)
  await (isMobile ? sheet : page.getByLabel('Benämning, rad 2')).fill('Oljning')
  await closeLine(page, isMobile)
  await page.getByText('Kreditfaktura', { exact: true }).click()
  const changes = page.getByRole('button', { name: 'Senaste ändringar' })
  await changes.click()
  const dialog = page.getByRole('dialog', { name: 'Senaste ändringar' })
  const steps = dialog.getByRole('listitem')
  await expect(steps).toHaveCount(4)
  await expect(steps.nth(0)).toContainText(/Sorts faktura: Kreditfaktura/)
  await expect(steps.nth(1)).toContainText(/Benämning, rad 2: Oljning/)
  // Written in since: it is not taken away with what stands there.
  await expect(steps.nth(2)).toContainText(/Rad 2 tillagd.*Ändrat igen sedan dess/)
  await expect(steps.nth(2).getByRole('button')).toHaveCount(0)
  await expect(steps.nth(3)).toContainText(/Er referens: NY REFERENS \d\d\.\d\d/)
  await expectAccessible(page)
  await steps
    .nth(3)
    .getByRole('button', { name: /^Ångra/ })
    .click()
  await expect(steps.nth(3)).toContainText('Ångrad')
  await page.keyboard.press('Escape')
  await expect(reference(page)).toHaveValue('FM8440')
  await expect(page.getByLabel('Kreditfaktura', { exact: true })).toBeChecked()
  await changes.press('Control+z')
  await expect(page.getByLabel('Debetfaktura', { exact: true })).toBeChecked()
  await expectSaved(page)
  await expect
    .poll(() => onServer(supplier, invoiceId))
    .toMatchObject({ kind: 'invoice', buyerReference: 'FM8440' })
})

test('K15 what never reached the server is in the list of drafts too, and opens from there', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const mend = await cutOff(context)
  await openForm(page, '/invoices/new')
  await reference(page).pressSequentially('BARA HÄR')
  await keptWithin(page)
  await crash(page)
  const saved = await context.newPage()
  await openForm(saved, `/invoices/${invoiceId}`)
  await reference(saved).fill('ÄNDRAT')
  await keptWithin(saved)
  await crash(saved)
  const list = await context.newPage()
  await list.goto('/documents/drafts')
  const found = list.getByRole('region', { name: 'Inte sparat ännu' }).getByRole('listitem')
  await expect(found).toHaveCount(2)
  await expectAccessible(list)
  await found
    .filter({ hasText: 'Ny faktura' })
    .getByRole('button', { name: /^Släng/ })
    .click()
  await list.getByRole('button', { name: 'Ångra' }).click()
  await expect(found).toHaveCount(2)
  mend()
  await found
    .filter({ hasText: 'Ny faktura' })
    .getByRole('button', { name: /^Öppna/ })
    .click()
  await expect(list).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/)
  await expect(reference(list)).toHaveValue('BARA HÄR')
  await list.goto('/documents/drafts')
  await expect(found).toHaveCount(1)
  await found.getByRole('link', { name: `Öppna ${supplier.customerName}` }).click()
  await expect(reference(list)).toHaveValue('ÄNDRAT')
  await expectSaved(list)
})

test('K15 the rare fields cannot be fetched: said in their place, nothing typed is lost, and one tries again', async ({
  page,
  context,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  let isCut = true
  await context.route('**/_next/static/chunks/*.js', async (route) => {
    const answer = await route.fetch()
    // The words of a line's details tell the script of the rare parts from the others.
    if (isCut && (await answer.text()).includes('addAttribute')) await route.abort()
    else await route.fulfill({ response: answer })
  })
  await openForm(page, `/invoices/${invoiceId}`)
  // On a phone a line is opened with that script; at the desk one may paste before it is there.
  if (!isMobile) {
    await page.getByLabel('Benämning, rad 1').focus()
    await paste(page, 'Virke\t2\tst\t100\t25\nSpik\t1\tst\t5\t25')
  }
  await reference(page).fill('FM8440')
  await openGroups(page, 'Referenser')
  const group = page.locator('details').filter({ hasText: 'Referenser' })
  await expect(
    group.getByText('Den här delen kunde inte hämtas. Det du har skrivit finns kvar.'),
  ).toBeVisible()
  await expectAccessible(page)
  await expect(reference(page)).toHaveValue('FM8440')
  isCut = false
  await group.getByRole('button', { name: 'Försök igen' }).click()
  if (!isMobile) await expect(page.getByText('2 rader klistrades in från kalkylblad.')).toBeVisible()
  await page.getByLabel('Avtalsnummer').fill('A-17')
  await page.getByLabel('Avtalsnummer').blur()
  await expectSaved(page)
  const saved = await onServer(supplier, invoiceId)
  expect([saved.buyerReference, saved.contractReference]).toEqual(['FM8440', 'A-17'])
})

test('K15 the scripts that come later are late: one types all the same, the sum says what it lacks, and both mend themselves', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, { paymentAccountIds: [] })
  // The words of the payment fields, which are looked at first, and the rules with what reads the draft.
  const refused = { paymentReferenceHint: 0, 'PEPPOL-EN16931-R': 0 }
  const cut = new Set(Object.keys(refused) as (keyof typeof refused)[])
  await context.route('**/_next/static/chunks/*.js', async (route) => {
    const answer = await route.fetch()
    const script = await answer.text()
    const mark = [...cut].find((each) => script.includes(each))
    if (mark === undefined) return route.fulfill({ response: answer })
    refused[mark] += 1
    return route.abort()
  })
  await page.goto(`/invoices/${invoiceId}`)
  // By its label: as long as it cannot be used it has no role either.
  const payment = page.getByLabel(/^Bankgiro/)
  await expect(page.getByRole('form')).toBeVisible()
  await expect(payment).toBeVisible()
  await expect(reference(page)).toHaveCount(1)
  await expect(page.locator('form[inert]')).toHaveCount(0)
  await reference(page).fill('NYTT-7')
  const sum = page.getByRole('region', { name: 'Sammanfattning' })
  await expect(sum.getByText('Någon rad saknas i summan')).toBeVisible()
  // Nothing that is looked at can be touched in vain.
  await expect(page.locator('main [inert]').filter({ has: payment })).toHaveCount(1)
  // What loads scripts tries twice of itself: from then on it is the form that asks. The rules are two scripts.
  await expect.poll(() => refused.paymentReferenceHint).toBeGreaterThanOrEqual(2)
  cut.delete('paymentReferenceHint')
  await expect(page.locator('main [inert]')).toHaveCount(0)
  await expect.poll(() => refused['PEPPOL-EN16931-R']).toBeGreaterThanOrEqual(4)
  await expect(sum.getByText('Någon rad saknas i summan')).toBeVisible()
  cut.delete('PEPPOL-EN16931-R')
  await expect(sum.getByText('Någon rad saknas i summan')).toBeHidden()
  await payment.check()
  await expectSaved(page)
  const saved = await onServer(supplier, invoiceId)
  expect([saved.buyerReference, saved.paymentAccountIds.length]).toEqual(['NYTT-7', 1])
})
