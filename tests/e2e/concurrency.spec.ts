import { expect } from '@playwright/test'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { getInvoice, listReady } from '#lib/services/invoices/read-invoices.ts'
import { readTemplates } from '#lib/services/templates/list-templates.ts'
import { saveTemplate } from '#lib/services/templates/save-template.ts'
import { atOnce, openCaller } from './concurrency-steps.ts'
import { deliveredTo, deliveriesOf, test } from './office-steps.ts'

// Many at once, over HTTP, against the running instance: what only a lock or a constraint can hold.

const many = 50

test('S26 R6 fifty saves at once at nine templates: one is the tenth, the others are told that it is full', async ({
  office,
  baseURL,
}) => {
  const { draft, invoiceId } = await office.draft()
  const template = { termsDays: '', keepLines: true, draft }
  for (let at = 1; at <= 9; at += 1)
    expectValue(await saveTemplate(office.supplier, { ...template, name: `Mall ${at}` }))
  const caller = await openCaller(office, baseURL ?? '', invoiceId, many)
  const answers = await atOnce(many, (at) =>
    caller.act('/invoices/new', 'saveTemplateAction', {
      name: `Samtidig ${at}`,
      termsDays: '30',
      keepLines: 'on',
      replaceId: '',
      draft: JSON.stringify(draft),
    }),
  )
  expect(answers.filter(({ text }) => text.includes('"saved":{'))).toHaveLength(1)
  expect(answers.filter(({ text }) => text.includes('"saved":null'))).toHaveLength(many - 1)
  expect((await readTemplates(office.supplier)).rows).toHaveLength(10)
})

test('K18 R5 fifty invoices with the same typed number go on at once: one has it, the others are offered the next', async ({
  office,
  baseURL,
}) => {
  const number = 'A-77'
  const drafts = await atOnce(many, () => office.draft({ invoiceNumber: number, invoiceNumberEdited: true }))
  const caller = await openCaller(office, baseURL ?? '', drafts[0]?.invoiceId ?? '', many)
  const answers = await atOnce(many, (at) =>
    caller.act('/invoices/new', 'prepareInvoiceAction', formOf(drafts[at])),
  )
  expect(answers.filter(({ text }) => text.includes(`"value":{"number":"${number}"}`))).toHaveLength(1)
  expect(answers.filter(({ text }) => text.includes('invoice-number-taken'))).toHaveLength(many - 1)
  expect(answers.filter(({ text }) => text.includes('Nästa lediga är 1'))).toHaveLength(many - 1)
  const ready = await listReady(office.supplier)
  expect(ready.map((row) => row.number)).toEqual([number])
})

test('K18 R5 fifty invoices take the numbers of the series at once, without gaps', async ({
  office,
  baseURL,
}) => {
  const drafts = await atOnce(many, () => office.draft())
  const caller = await openCaller(office, baseURL ?? '', drafts[0]?.invoiceId ?? '', many)
  const answers = await atOnce(many, (at) =>
    caller.act('/invoices/new', 'prepareInvoiceAction', formOf(drafts[at])),
  )
  const told = answers.map(({ text }) => Number(/"value":\{"number":"(\d+)"\}/.exec(text)?.[1]))
  const whole = Array.from({ length: many }, (_, at) => at + 1)
  expect(told.sort((a, b) => a - b)).toEqual(whole)
  const kept = (await listReady(office.supplier)).map((row) => Number(row.number))
  expect(kept.sort((a, b) => a - b)).toEqual(whole)
})

test('K15 twenty windows save one draft at once: one is stored, the others are told of the conflict', async ({
  office,
  baseURL,
}) => {
  const { invoiceId, revision, draft } = await office.draft()
  const caller = await openCaller(office, baseURL ?? '', invoiceId, many)
  const saves = await atOnce(20, (at) =>
    caller.putDraft(invoiceId, { revision, draft: { ...draft, note: `Fönster ${at}` } }),
  )
  const won = saves.findIndex(({ status }) => status === 200)
  expect(saves.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(saves.filter(({ status }) => status === 409)).toHaveLength(19)
  expect(saves.filter(({ status }) => status === 409).map(({ text }) => JSON.parse(text) as unknown)).toEqual(
    Array.from({ length: 19 }, () => ({ code: 'conflict' })),
  )
  const found = await getInvoice(office.supplier, invoiceId)
  expect(found?.invoice.draft).toMatchObject({ note: `Fönster ${won}` })
  expect(found?.invoice.revision).toBe(revision + 1)
})

test('S37 K25 R4 twenty presses on Skicka at once: one delivery, and the recipient has it once', async ({
  office,
  baseURL,
}) => {
  const { invoiceId, number } = await office.ready()
  const caller = await openCaller(office, baseURL ?? '', newId(), many)
  const presses = await atOnce(20, () =>
    caller.act('/send', 'sendInvoicesAction', { 'invoiceIds[]': invoiceId }),
  )
  expect(presses.filter(({ text }) => text.includes('"problem":null'))).toHaveLength(1)
  expect(presses.filter(({ text }) => text.includes('"problem":"already-sent"'))).toHaveLength(19)
  expect(await deliveriesOf(office, invoiceId)).toBe(1)
  await deliveredTo(office, number)
  expect((await listInbox(office.recipient)).documents).toHaveLength(1)
})

function formOf(saved: { invoiceId: string; revision: number } | undefined) {
  return { invoiceId: saved?.invoiceId ?? '', revision: String(saved?.revision ?? 0) }
}
