import { describe, expect, test } from 'vitest'
import { emptyDraft } from './draft.ts'
import { sampleDraft, sampleLine } from './sample-input.ts'
import { draftFromTemplate, templateOf } from './template.ts'

const draft = sampleDraft({
  kind: 'credit-note',
  invoiceNumber: '1042',
  issueDate: '2026-11-20',
  issueDateEdited: true,
  dueDate: '2026-12-01',
  dueDateEdited: true,
  paymentTermsText: '30 dagar netto.',
  contractReference: 'A1',
  despatchReference: 'F1',
  receiptReference: 'I1',
  precedingInvoices: [{ invoiceId: '', number: '1', issueDate: '2026-01-01' }],
  deliveryDate: '2026-11-18',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  deliverToName: 'Skolan',
  exchangeRate: '11,2',
  exchangeRateDate: '2026-11-20',
  paidAmount: '10',
  paymentReference: '10421',
  paymentReferenceEdited: true,
  note: 'Tack',
  lines: [
    sampleLine('a', {
      periodStart: '2026-11-01',
      periodEnd: '2026-11-30',
      orderLineReference: '3',
      lineNote: 'x',
    }),
    sampleLine('b', { itemName: '', unitPrice: '' }),
  ],
  templateId: 't0',
})

describe('templateOf', () => {
  test('keeps what recurs and nothing of the single invoice', () => {
    const template = templateOf(draft, { keepLines: true })
    const blank = emptyDraft({ lineKey: 'a' })
    const dropped = [
      ...(['kind', 'invoiceNumber', 'issueDate', 'issueDateEdited', 'dueDate', 'dueDateEdited'] as const),
      ...(['paymentTermsText', 'despatchReference', 'receiptReference', 'precedingInvoices'] as const),
      ...(['deliveryDate', 'periodStart', 'periodEnd', 'exchangeRate', 'exchangeRateDate'] as const),
      ...(['paidAmount', 'paymentReference', 'paymentReferenceEdited', 'templateId'] as const),
    ]
    for (const field of dropped) expect(template[field]).toEqual(blank[field])
    expect(template).toMatchObject({
      customerId: draft.customerId,
      buyerReference: 'FM8440',
      contractReference: 'A1',
      deliverToName: 'Skolan',
      note: 'Tack',
      paymentAccountIds: ['bg'],
    })
    expect(template.lines).toEqual([sampleLine('a', { lineNote: 'x' })])
    expect(templateOf(draft, { keepLines: false }).lines).toEqual([])
  })

  test('keeps a text about payment only when it was written by hand', () => {
    const edited = { ...draft, paymentTermsTextEdited: true }
    expect(templateOf(edited, { keepLines: false }).paymentTermsText).toBe('30 dagar netto.')
  })
})

describe('draftFromTemplate', () => {
  const defaults = {
    lineKey: 'new',
    invoiceNumber: '1043',
    issueDate: '2026-12-01',
    dueDate: '2026-12-31',
    paymentAccountIds: ['pg'],
    sellerContactName: 'Ida Ek',
    customerId: 'other',
    vatChoice: 'rate-6',
  }

  test('the template says first, the defaults what it is silent on', () => {
    const stored = { ...templateOf(draft, { keepLines: false }), paymentAccountIds: [] }
    expect(draftFromTemplate(stored, defaults, 't1')).toMatchObject({
      customerId: draft.customerId,
      invoiceNumber: '1043',
      issueDate: '2026-12-01',
      dueDate: '2026-12-31',
      sellerContactName: 'Ida Ek',
      paymentAccountIds: ['pg'],
      contractReference: 'A1',
      lines: [expect.objectContaining({ key: 'new', vatChoice: 'rate-6' })],
      templateId: 't1',
    })
  })

  test('reads a template from before a field existed', () => {
    const old = JSON.parse(JSON.stringify(templateOf(draft, { keepLines: true })))
    for (const field of ['adjustments', 'tenderReference', 'documentLanguage']) delete old[field]
    delete old.lines[0].attributes
    const opened = draftFromTemplate(old, defaults)
    expect(opened).toMatchObject({ adjustments: [], tenderReference: '', documentLanguage: '' })
    expect(opened.lines).toEqual([sampleLine('a', { lineNote: 'x' })])
    expect(draftFromTemplate({}, defaults)).toEqual(emptyDraft(defaults))
  })
})
