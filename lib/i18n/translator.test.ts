import { describe, expect, it } from 'vitest'
import { createMailTranslator } from './translator.ts'

describe('words outside the browser', () => {
  it('come in the language asked for, with their arguments filled in', () => {
    expect(createMailTranslator('sv', 'status')('delivered.word')).toBe('Klar')
    expect(createMailTranslator('en', 'status')('delivered.word')).toBe('Delivered')
    expect(createMailTranslator('sv', 'common')('savedAt', { time: '14.32' })).toBe('Sparat kl. 14.32')
  })

  it('throw rather than leave a hole', () => {
    const translate = createMailTranslator('sv', 'common')
    // @ts-expect-error the argument is demanded by the type as well
    expect(() => translate('savedAt')).toThrow()
  })

  it('know only keys that exist', () => {
    const translate = createMailTranslator('sv', 'common')
    // @ts-expect-error no such key
    expect(() => translate('noSuchKey')).toThrow()
  })
})
