import { expect, test } from 'vitest'
import { mails as swedish } from '#lib/i18n/messages/sv/mails.ts'
import { type LetterName, writeLetter } from './letters.ts'

const facts = {
  link: 'http://localhost:3000/activate/abc',
  words: { name: '<b>Ida</b>', company: 'Å & Ö "AB"' },
}

test('a letter carries its link in text and HTML, in the receiver’s language', () => {
  const sv = writeLetter('activation', 'sv', facts)
  const en = writeLetter('activation', 'en', facts)
  expect(sv.subject).toBe('Aktivera ditt konto i Talong')
  expect(en.subject).toBe('Activate your Talong account')
  for (const letter of [sv, en]) {
    expect(letter.text).toContain(facts.link)
    expect(letter.html).toContain(`href="${facts.link}"`)
  }
})

test('what people typed comes out as text in the HTML of a letter', () => {
  const { html } = writeLetter('activation', 'sv', facts)
  expect(html).not.toContain('<b>Ida')
  expect(html).toContain('&lt;b&gt;Ida')
  expect(html).toContain('Å &amp; Ö &quot;AB&quot;')
})

test('the letter to somebody who has an account carries nothing that a stranger typed', () => {
  const { text, html } = writeLetter('already-registered', 'en', facts)
  for (const typed of ['Ida', 'Å &', 'Å &amp;']) {
    expect(text).not.toContain(typed)
    expect(html).not.toContain(typed)
  }
})

test('every letter has all its words in both languages, and no placeholder is left over', () => {
  const words = {
    supplier: 'Leverantören',
    party: 'Mottagaren',
    reason: 'Avtal saknas',
    who: 'Ida',
    company: 'AB',
    number: '17',
    day: '2026-03-09',
    count: '2',
    more: '1',
    underWay: '1',
    ready: '1',
    failed: '1',
  }
  for (const letter of Object.keys(swedish).filter((key) => typeof swedish[key as LetterName] === 'object')) {
    for (const locale of ['sv', 'en'] as const) {
      const { subject, text } = writeLetter(letter as LetterName, locale, {
        link: 'http://localhost/x',
        words,
      })
      expect(subject.length, letter).toBeGreaterThan(5)
      expect(text, letter).not.toMatch(/[{}]|mails\./)
    }
  }
})

test('the refusal of a link says the reason to the supplier', () => {
  const words = { party: 'Mottagaren', reason: '<i>Avtal saknas</i>' }
  const { text, html } = writeLetter('link-refused', 'sv', { link: 'http://localhost/customers', words })
  expect(text).toContain('<i>Avtal saknas</i>')
  expect(html).toContain('&lt;i&gt;Avtal saknas&lt;/i&gt;')
})

const sumUp = (locale: 'sv' | 'en', words: Record<string, string>) =>
  writeLetter('invoices-delivered', locale, {
    link: 'http://localhost/documents',
    words: { day: '2026-03-09', ...words },
    items: [
      { kind: 'invoice', number: '17', party: '<i>Å</i> & Ö', amount: '24721.88', currency: 'SEK' },
      { kind: 'credit-note', number: '18', party: 'Umeå kommun', amount: '100', currency: 'EUR' },
    ],
  })

test('the letter of the day lists each document with customer and amount, then what waits, then the link', () => {
  const { subject, text, html } = sumUp('sv', { count: '2', underWay: '3', failed: '1' })
  expect(subject).toBe('2 fakturor är Klara (2026-03-09)')
  expect(text.replaceAll('\u00a0', ' ')).toContain(
    `Faktura 17, <i>Å</i> & Ö: 24 721,88 kr
Kreditfaktura 18, Umeå kommun: 100,00 EUR

Hos er just nu: 3 på väg, 1 med fel.

Öppna Skickade dokument: http://localhost/documents`,
  )
  for (const part of ['Kreditfaktura 18', '&lt;i&gt;Å&lt;/i&gt; &amp; Ö', '3 på väg, 1 med fel'])
    expect(html).toContain(part)
  expect(html).not.toContain('<i>')
})

test('the letter of the day says how many it leaves out, and nothing of what does not wait', () => {
  const { text, html } = sumUp('en', { count: '4', more: '2' })
  for (const part of [text, html]) {
    expect(part).toContain('4 of your invoices')
    expect(part).toContain('and 2 more.')
    expect(part).not.toContain('right now')
  }
})
