import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AgreementText } from './agreement-text.tsx'

const folder = new URL('../../lib/i18n/agreement/', import.meta.url)

const show = (markdown: string) => renderToStaticMarkup(createElement(AgreementText, { markdown }))

test('headings, paragraphs and lists become elements, and nothing of the file becomes markup', () => {
  const html = show('# A\n\n## B\n\nText <b>& more\nnext line\n\n- one\n- two\n  goes on')
  expect(html.replaceAll(/ class="[^"]*"/g, '')).toBe(
    '<article><h2>A</h2><h3>B</h3><p>Text &lt;b&gt;&amp; more next line</p>' +
      '<ul><li>one</li><li>two goes on</li></ul></article>',
  )
})

test.each(['sv', 'en'])('the %s agreement is shown whole', async (locale) => {
  const markdown = await readFile(fileURLToPath(new URL(`2026-11.${locale}.md`, folder)), 'utf8')
  const words = (text: string) =>
    text
      .replaceAll(/<[^>]+>|^#+ |^- /gm, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  expect(words(show(markdown).replaceAll('&#x27;', "'"))).toBe(words(markdown))
})
