import { describe, expect, test } from 'vitest'
import { locales } from '../locale.ts'
import { en } from './en.ts'
import { ruleMessage } from './rule-message.ts'
import { sv } from './sv.ts'

test('a rule that an invoice of ours can break has its own message', () => {
  expect(ruleMessage('sv', { id: 'BR-02' })).toBe(sv['BR-02'])
  expect(ruleMessage('en', { id: 'BR-02' })).toBe(en['BR-02'])
  expect(ruleMessage('sv', { id: 'BR-CO-10', element: 'cac:LegalMonetaryTotal' })).toBe(sv['BR-CO-10'])
})

describe('any other rule gets a sentence for its family, with its id', () => {
  const sentences: [id: string, sv: string, en: string][] = [
    [
      'UBL-CR-005',
      'Filen har ett element som inte används i en Peppol-faktura (UBL-CR-005).',
      'The file has an element that a Peppol invoice does not use (UBL-CR-005).',
    ],
    [
      'UBL-CR-656',
      'Filen har ett attribut som inte används i en Peppol-faktura (UBL-CR-656).',
      'The file has an attribute that a Peppol invoice does not use (UBL-CR-656).',
    ],
    [
      'UBL-CR-666',
      'Ett faktureringsobjekt har en bilaga eller en beskrivning, som ska stå för sig (UBL-CR-666).',
      'An invoiced object has an attachment or a description, which should stand by itself (UBL-CR-666).',
    ],
    [
      'UBL-DT-08',
      'Filen har ett attribut som inte används i en Peppol-faktura (UBL-DT-08).',
      'The file has an attribute that a Peppol invoice does not use (UBL-DT-08).',
    ],
    [
      'UBL-SR-34',
      'En uppgift står flera gånger, men får stå högst en gång (UBL-SR-34).',
      'A detail appears several times, but may appear only once (UBL-SR-34).',
    ],
    [
      'UBL-SR-20',
      'Betalningsmottagaren är densamma som säljaren, eller har en uppgift mer än en gång (UBL-SR-20).',
      'The payee is the same as the seller, or has a detail more than once (UBL-SR-20).',
    ],
    [
      'PEPPOL-EN16931-R140',
      'En uppgift ska stå precis en gång, men saknas eller står flera gånger (PEPPOL-EN16931-R140).',
      'A detail should appear exactly once, but is missing or appears several times (PEPPOL-EN16931-R140).',
    ],
    [
      'BR-CL-08',
      'En kod finns inte i listan som den ska väljas ur (BR-CL-08).',
      'A code is not in the list it should be chosen from (BR-CL-08).',
    ],
    [
      'PEPPOL-EN16931-CL006',
      'En kod finns inte i listan som den ska väljas ur (PEPPOL-EN16931-CL006).',
      'A code is not in the list it should be chosen from (PEPPOL-EN16931-CL006).',
    ],
    [
      'BR-AF-05',
      'Kanarieöarnas skatt IGIC är inte rätt angiven i fakturan (BR-AF-05).',
      'IGIC, the tax of the Canary Islands, is not stated correctly in the invoice (BR-AF-05).',
    ],
    [
      'PEPPOL-COMMON-R058',
      'Ett företags nummer är inte skrivet så som det görs i dess land (PEPPOL-COMMON-R058).',
      'The number of a company is not written the way its country does (PEPPOL-COMMON-R058).',
    ],
    [
      'IS-R-001',
      'Fakturan följer inte en regel som gäller på Island (IS-R-001).',
      'The invoice does not follow a rule that applies in Iceland (IS-R-001).',
    ],
    [
      'SK-R-004',
      'Fakturan följer inte en regel som gäller i Slovakien (SK-R-004).',
      'The invoice does not follow a rule that applies in Slovakia (SK-R-004).',
    ],
    [
      'BR-99',
      'Fakturan följer inte en av reglerna (BR-99).',
      'The invoice does not follow one of the rules (BR-99).',
    ],
    [
      'constructor',
      'Fakturan följer inte en av reglerna (constructor).',
      'The invoice does not follow one of the rules (constructor).',
    ],
  ]
  test.each(sentences)('%s', (id, svText, enText) => {
    expect(ruleMessage('sv', { id })).toBe(svText)
    expect(ruleMessage('en', { id })).toBe(enText)
  })
})

describe('the place of the fault', () => {
  const path = '/Invoice/cac:Delivery/cac:DeliveryAddress'

  test('is the path, or the element where no path is given', () => {
    expect(ruleMessage('sv', { id: 'UBL-CR-682', element: 'cac:DeliveryAddress', path })).toBe(
      `Elementet ${path} används inte i en Peppol-faktura (UBL-CR-682).`,
    )
    expect(ruleMessage('en', { id: 'UBL-CR-682', element: 'cac:DeliveryAddress' })).toBe(
      'The element cac:DeliveryAddress is not used in a Peppol invoice (UBL-CR-682).',
    )
    expect(ruleMessage('sv', { id: 'BR-99', path })).toBe(
      `Fakturan följer inte en av reglerna för ${path} (BR-99).`,
    )
  })

  test.each(['Invoice', '/Invoice', '/CreditNote', '/ubl:Invoice[1]', ' '])(
    'is not the document: %j',
    (root) => {
      for (const locale of locales) {
        expect(ruleMessage(locale, { id: 'UBL-CR-005', path: root })).toBe(
          ruleMessage(locale, { id: 'UBL-CR-005' }),
        )
        expect(ruleMessage(locale, { id: 'UBL-SR-34', element: root })).toBe(
          ruleMessage(locale, { id: 'UBL-SR-34' }),
        )
      }
    },
  )
})
