import type { Locale } from '#lib/i18n/locale.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'

/** The letters there are. */
export type LetterName = 'activation' | 'already-registered'

/** What a letter says about its receiver and where its button leads. */
export type LetterFacts = { link: string; name: string; company: string }

/** A letter as text and as HTML of the same words. Everything people typed comes out as text. */
export function writeLetter(
  letter: LetterName,
  locale: Locale,
  facts: LetterFacts,
): { subject: string; text: string; html: string } {
  const t = createMailTranslator(locale, 'mails')
  // Only the letter that was asked for carries what was typed: nobody writes to a stranger through us.
  const isAskedFor = letter === 'activation'
  const greeting = isAskedFor ? t('greeting', { name: facts.name }) : t('greetingUnknown')
  const text = isAskedFor ? t('activation.text', { company: facts.company }) : t('already-registered.text')
  const button = t(`${letter}.button`)
  const validity = t(`${letter}.validity`)
  const paragraphs = [greeting, text, `${button}: ${facts.link}`, validity, t('signature')]
  return {
    subject: t(`${letter}.subject`),
    text: `${paragraphs.join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(t(`${letter}.subject`))}</title></head>`,
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

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
