import type { Locale } from './locale.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

/** The message tree as its keys: the same for every language. */
export type Messages = typeof sv

/** One part of the words, usually a screen. */
export type Namespace = keyof Messages

// English has the same keys and arguments (messages/en.ts does not compile otherwise); only the literal words differ.
const trees: Readonly<Record<Locale, Messages>> = { sv, en: en as unknown as Messages }

/** Gives all words of a language. */
export function messagesOf(locale: Locale): Messages {
  return trees[locale]
}

/** Picks some namespaces, for sending no more words to the browser than it uses. */
export function pickMessages<Name extends Namespace>(
  locale: Locale,
  names: readonly Name[],
): Pick<Messages, Name> {
  const all = messagesOf(locale)
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<Messages, Name>
}
