import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { compileMessage } from './compile-message.ts'
import formatCompiled from './format-compiled.ts'
import formatMessage from './format-message.ts'
import type { Locale } from './locale.ts'
import { messagesOf } from './messages.ts'

const formatters = {
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
} as Parameters<typeof formatCompiled>[3]['formatters']

type Values = Record<string, string | number | ((chunks: unknown) => unknown)>

/** What the browser says of a message: compiled on the server, put into words by the small formatter. */
function saidInBrowser(locale: Locale, message: string, values: Values): unknown {
  const sent = JSON.parse(JSON.stringify(compileMessage(message)))
  return formatCompiled('key', sent, values as never, { cache: {} as never, formatters, locale })
}

/** What Next's server says of it: as it is written, and as it was sent to the browser. */
function saidOnServer(locale: Locale, message: string, values: Values): unknown[] {
  return [message, compileMessage(message)].map((form) =>
    formatMessage('key', form, values as never, { cache: {} as never, formatters, locale }),
  )
}

/** What use-intl says of the message as it is written. */
function saidByUseIntl(locale: Locale, message: string, values: Values): unknown {
  const onError = (error: Error) => {
    throw error
  }
  const translate = createTranslator({ locale, messages: { key: message }, onError })
  return translate.rich('key', values as never)
}

/** Every text of a tree of words, with the path to it. */
function textsOf(tree: object, path = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, said]) =>
    typeof said === 'string' ? [[`${path}.${key}`, said]] : textsOf(said, `${path}.${key}`),
  )
}

/** Values for whatever a message may ask for: each choice it has, and counts that fall on both sides of plural. */
function valuesFor(message: string): readonly Values[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name)
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name = '']) => name)
  const keys = [...message.matchAll(/[\s{}](\w[\w-]*)\s*\{/g)].map(([, key = '']) => key)
  return [0, 1, 2, 21, ...keys, 'Ö & {a} <b>'].map((value) => ({
    ...Object.fromEntries(names.map((name) => [name, value])),
    ...Object.fromEntries(tags.map((name) => [name, (chunks: unknown) => `[${String(chunks)}]`])),
  }))
}

describe('a message compiled for the browser', () => {
  it.each(['sv', 'en'] as const)('says what use-intl says of it, all words in %s', (locale) => {
    const texts = textsOf(messagesOf(locale))
    expect(texts.length).toBeGreaterThan(1_000)
    for (const [path, message] of texts) {
      for (const values of valuesFor(message)) {
        const isCount =
          /plural/.test(message) && Object.values(values).some((each) => typeof each === 'string')
        if (isCount) continue
        const said = saidByUseIntl(locale, message, values)
        expect(saidInBrowser(locale, message, values), path).toEqual(said)
        expect(saidOnServer(locale, message, values), path).toEqual([said, said])
      }
    }
  })

  it.each([
    "it''s {count, plural, =0 {none} one {# '#' of '{n}'} other {# <b>of {n}</b>}}",
    "l'amour '{' and '<b>' and '{''}'",
    '{n, select, a {{count, plural, one {#} other {#s}}} other {# is no number here}}',
    '<b>{n}</b><i></i>, {n}',
    '{count, selectordinal, one {#:a} two {#:a} other {#:e}}',
  ])('reads quotes, tags and nested choices as use-intl does: %s', (message) => {
    const tag = (chunks: unknown) => `[${String(chunks)}]`
    for (const count of [0, 1, 2, 5]) {
      const values = { count, n: 'a', b: tag, i: tag }
      const said = saidByUseIntl('sv', message, values)
      expect(saidInBrowser('sv', message, values)).toEqual(said)
      expect(saidOnServer('sv', message, values)).toEqual([said, said])
    }
  })

  it.each(['{count', '{count}}', '<b>open', '{n, select, a {no other}}', '{n, number, ::percent}', '</b>'])(
    'is refused when it is no message: %s',
    (message) => {
      expect(() => compileMessage(message)).toThrow('cannot be compiled')
    },
  )
})
