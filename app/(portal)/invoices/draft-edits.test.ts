import { expect, test } from 'vitest'
import { sampleDraft } from '#lib/invoice/sample-input.ts'
import { confirmed, withField } from './draft-edits.ts'

test('a reference from an earlier invoice is looked at when it is edited or confirmed, and the others are not', () => {
  const toConfirm = ['buyerReference', 'purchaseOrderReference']
  const copy = sampleDraft({ toConfirm })
  expect(withField(copy, 'buyerReference', 'KL1').toConfirm).toEqual(['purchaseOrderReference'])
  expect(confirmed(copy, 'purchaseOrderReference').toConfirm).toEqual(['buyerReference'])
  expect(withField(copy, 'note', 'Tack').toConfirm).toBe(toConfirm)
})
