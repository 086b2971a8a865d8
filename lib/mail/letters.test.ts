import { expect, test } from 'vitest'
import { writeLetter } from './letters.ts'

const facts = { link: 'http://localhost:3000/activate/abc', name: '<b>Ida</b>', company: 'Å & Ö "AB"' }

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
