import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanReference } from './clean-reference.ts'
import { meetsDemand } from './demands.ts'
import type { FieldDemand } from './requirement-profile.ts'

const demand = (masks: readonly string[], more: Partial<FieldDemand> = {}): FieldDemand => ({
  code: 'buyerReference',
  level: 'required',
  case: 'upper',
  masks,
  ...more,
})
const region = demand(['FM####', '#########'])
const authority = demand(['###@@@@'])
const builder = demand(['PO-#{5,6}'])

describe('a reference that is left', () => {
  test.each<[FieldDemand, typed: string, value: string, label: string]>([
    [region, 'FM8440', 'FM8440', ''],
    [region, 'Er ref FM 8440', 'FM8440', 'Er ref'],
    [region, 'Ref: FM 8440', 'FM8440', 'Ref:'],
    [region, 'fm8440', 'FM8440', ''],
    [region, '  FM.84-40 ', 'FM8440', ''],
    [region, 'Beställarreferens: 123 456 789', '123456789', 'Beställarreferens:'],
    [region, 'kod. fm8440', 'FM8440', 'kod.'],
    [authority, 'Referens:123abcd', '123ABCD', 'Referens:'],
    [builder, 'po-77812', 'PO-77812', ''],
    [builder, 'Ordernr: po-77812', 'PO-77812', 'Ordernr:'],
    [demand(['FM ####']), 'FM   8440', 'FM 8440', ''],
    [demand(['@@@#'], { case: 'as-typed' }), 'Ref: abc1', 'abc1', 'Ref:'],
    // What is a label and what is not.
    [demand(['REF###']), 'ref123', 'REF123', ''],
    [demand(['REF ###']), 'REF 123', 'REF 123', ''],
    // Nothing fits: it stays.
    [region, 'FM84', 'FM84', ''],
    [builder, '77812', '77812', ''],
    [authority, '1234ABC', '1234ABC', ''],
    [region, 'Ref: Anna i köket', 'Ref: Anna i köket', ''],
    [region, '', '', ''],
    // Nothing is asked.
    [{ code: 'buyerReference', level: 'required' }, 'Ref: Anna', 'Ref: Anna', ''],
  ])('%#. %j', (asked, typed, value, label) => {
    expect(cleanReference(typed, asked)).toEqual({ value, label })
  })

  test('becomes what fits, or stays; and left again it does not change', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(Ref: ?)?[Ff][Mm][ .-]?[0-9]{3,5}$/)),
        fc.constantFrom(region, authority, builder),
        (typed, asked) => {
          const { value } = cleanReference(typed, asked)
          const stays = cleanReference(value, asked)
          expect(stays.value).toBe(value)
          if (meetsDemand(asked, value)) expect(stays.label).toBe('')
        },
      ),
    )
  })
})
