import type { Locale } from '#lib/i18n/locale.ts'
import type { mails as swedish } from '#lib/i18n/messages/sv/mails.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import { escapeHtml } from './escape-html.ts'

/** The letters there are. */
export type LetterName = Exclude<
  keyof typeof swedish,
  'greeting' | 'greetingUnknown' | 'signature' | 'linkFallback'
>

/** Where a letter's button leads, and the names it says; a name the letter has no place for is left out. */
export type LetterFacts = { link: string; words: Readonly<Record<string, string>> }

const noWords = {
  name: '',
  company: '',
  supplier: '',
  orgNumber: '',
  party: '',
  reason: '',
  who: '',
  number: '',
}

/** Letters that speak to somebody by name: the ones that were asked for. */
const named: readonly LetterName[] = ['activation', 'party-claim']

/**
 * A letter as text and as HTML of the same words. Everything people typed comes out as text. Nobody writes to a
 * stranger through us: a letter carries names, and a reason from somebody who has been proved, never free messages.
 */
export function writeLetter(
  letter: LetterName,
  locale: Locale,
  facts: LetterFacts,
): { subject: string; text: string; html: string } {
  const t = createMailTranslator(locale, 'mails')
  const words = { ...noWords, ...facts.words }
  const say = (part: 'subject' | 'text' | 'button' | 'validity') => t(`${letter}.${part}`, words as never)
  const isNamed = named.includes(letter) && words.name !== ''
  const greeting = isNamed ? t('greeting', { name: words.name }) : t('greetingUnknown')
  const [text, button, validity] = [say('text'), say('button'), say('validity')]
  const paragraphs = [greeting, text, `${button}: ${facts.link}`, validity, t('signature')]
  return {
    subject: say('subject'),
    text: `${paragraphs.join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(say('subject'))}</title></head>`,
      '<body style="margin:0;padding:24px;background:#F3F1EA;color:#1A2421;font:16px/1.5 sans-serif">',
      '<div style="max-width:480px;margin:auto;padding:24px;background:#FFFFFF;border:1px solid #DAD6CA;border-top:2px dashed #76827C">',
      `<p>${escapeHtml(greeting)}</p><p>${escapeHtml(text)}</p>`,
      `<p><a href="${escapeHtml(facts.link)}" style="display:inline-block;padding:12px 18px;border-radius:6px;background:#14524A;color:#FFFFFF;font-weight:600;text-decoration:none">${escapeHtml(button)}</a></p>`,
      `<p>${escapeHtml(validity)}</p>`,
      `<p style="color:#4A5853;font-size:14px">${escapeHtml(t('linkFallback'))}<br>${escapeHtml(facts.link)}</p>`,
      `<p>${escapeHtml(t('signature'))}</p></div></body></html>`,
    ].join(''),
  }
}
