import { describe, expect, test } from 'vitest'
import { detectIdentifier } from './detect-identifier.ts'

describe('detectIdentifier', () => {
  test.each([
    ['559999-0008', 'orgnumber', '5599990008'],
    ['16559999-0008', 'orgnumber', '5599990008'],
    ['559999-0009', 'orgnumber', null],
    ['SE559999000801', 'vat', 'SE559999000801'],
    ['se 559999 0009 01', 'vat', null],
    ['DE999999999', 'vat', 'DE999999999'],
    ['7350000000009', 'gln', '7350000000009'],
    ['7350000000006', 'gln', null],
    ['0007:5599990008', 'peppol-id', '0007:5599990008'],
    ['9955:SE559999000801', 'peppol-id', null],
    ['SE45 5000 0000 0583 9825 7466', 'iban', 'SE4550000000058398257466'],
    ['SE45 5000 0000 0583 9825 7467', 'iban', null],
    ['5050-1055', 'bankgiro', '50501055'],
    ['991-2347', 'bankgiro', null],
    ['Region Exempellän', 'name', 'Region Exempellän'],
    [' Granit & Gran Bygg AB ', 'name', 'Granit & Gran Bygg AB'],
    ['AB 12', 'name', 'AB 12'],
    ['3D Skrivare', 'name', '3D Skrivare'],
    ['12345', 'name', '12345'],
    ['', 'name', ''],
  ])('%j is of kind %s', (text, kind, canonical) => {
    expect(detectIdentifier(text)).toEqual({ kind, canonical })
  })
})
