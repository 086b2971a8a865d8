import { type CompiledMessage, compileMessage } from './compile-message.ts'

/** Words as client components take them: the same tree with each message compiled. */
export type CompiledWords = { readonly [key: string]: CompiledMessage | CompiledWords }

const compiled = new WeakMap<object, CompiledWords>()

/** Compiles words for client components. Each part of the languages' trees is compiled once and kept. */
export function compileWords(words: object): CompiledWords {
  const known = compiled.get(words)
  if (known !== undefined) return known
  const entries = Object.entries(words).map(([key, said]: [string, string | object]) => [
    key,
    typeof said === 'string' ? compileMessage(said) : compileWords(said),
  ])
  const made: CompiledWords = Object.fromEntries(entries)
  compiled.set(words, made)
  return made
}
