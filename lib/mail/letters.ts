import { formatAmount } from '#lib/i18n/format.ts'
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
export type LetterFacts = {
  link: string
  words: Readonly<Record<string, string>>
  /** The invoices it lists. */
  items?: readonly Item[]
}

type Item = {
  kind: 'invoice' | 'credit-note'
  number: string
  party: string
  amount: string
  currency: string
}

const noWords = {
  name: '',
  company: '',
  supplier: '',
  orgNumber: '',
  party: '',
  reason: '',
  who: '',
  number: '',
  day: '',
  count: '0',
  more: '0',
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
  const items = (facts.items ?? []).map(({ kind, number, party, amount, currency }) => ({
    document: t(`invoices-delivered.${kind}`, { number }),
    party,
    amount: formatAmount(amount, currency),
  }))
  const { more, now } = letter === 'invoices-delivered' ? afterList(t, words) : { more: '', now: '' }
  const list = [
    ...items.map(({ document, party, amount }) => `${document}, ${party}: ${amount}`),
    ...(more === '' ? [] : [more]),
  ]
  const paragraphs = [
    greeting,
    text,
    ...(list.length === 0 ? [] : [list.join('\n')]),
    ...(now === '' ? [] : [now]),
    `${button}: ${facts.link}`,
    validity,
    t('signature'),
  ]
  return {
    subject: say('subject'),
    text: `${paragraphs.join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(say('subject'))}</title></head>`,
      '<body style="margin:0;padding:24px;background:#F3F1EA;color:#1A2421;font:16px/1.5 sans-serif">',
      '<div style="max-width:480px;margin:auto;padding:24px;background:#FFFFFF;border:1px solid #DAD6CA;border-top:2px dashed #76827C">',
      `<p>${escapeHtml(greeting)}</p><p>${escapeHtml(text)}</p>`,
      items.length === 0
        ? ''
        : `<table role="presentation" style="width:100%;border-collapse:collapse">${items.map(row).join('')}</table>`,
      ...[more, now].filter(Boolean).map((line) => `<p>${escapeHtml(line)}</p>`),
      `<p><a href="${escapeHtml(facts.link)}" style="display:inline-block;padding:12px 18px;border-radius:6px;background:#14524A;color:#FFFFFF;font-weight:600;text-decoration:none">${escapeHtml(button)}</a></p>`,
      `<p>${escapeHtml(validity)}</p>`,
      `<p style="color:#4A5853;font-size:14px">${escapeHtml(t('linkFallback'))}<br>${escapeHtml(facts.link)}</p>`,
      `<p>${escapeHtml(t('signature'))}</p></div></body></html>`,
    ].join(''),
  }
}

/** An invoice in the HTML of a letter: to whom, which, and how much. */
function row({ document, party, amount }: { document: string; party: string; amount: string }): string {
  const line = 'padding:8px 0;border-bottom:1px solid #DAD6CA;vertical-align:top'
  return [
    `<tr><td style="${line};padding-right:12px">${escapeHtml(party)}<br>`,
    `<span style="color:#4A5853;font-size:14px">${escapeHtml(document)}</span></td>`,
    `<td style="${line};text-align:right;white-space:nowrap">${escapeHtml(amount)}</td></tr>`,
  ].join('')
}

/** How many more there are than are listed, and what still waits; empty where there is none. */
function afterList(
  t: ReturnType<typeof createMailTranslator<'mails'>>,
  words: Readonly<Record<string, string>>,
): { more: string; now: string } {
  const waiting = (['underWay', 'ready', 'failed'] as const)
    .filter((kind) => Number(words[kind] ?? 0) > 0)
    .map((kind) => t(`invoices-delivered.${kind}`, { count: words[kind] ?? '' }))
  return {
    more: Number(words.more) > 0 ? t('invoices-delivered.more', { count: words.more ?? '' }) : '',
    now: waiting.length > 0 ? t('invoices-delivered.now', { waiting: waiting.join(', ') }) : '',
  }
}
