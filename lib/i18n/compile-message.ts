import type formatCompiled from 'use-intl/format-message/format-only'

/** A message as use-intl's small formatter reads it: the text itself, or its parts in order. */
export type CompiledMessage = Parameters<typeof formatCompiled>[1]

// The marks of that form: `#`, and what kind of choice an argument makes.
const pound = 0
const choices = { select: 1, plural: 2, selectordinal: 3 } as const

type Part = Exclude<CompiledMessage, string>[number]
type Place = 'text' | 'tag' | 'choice' | 'plural'

/**
 * Parses a message once, so that a browser needs no parser: arguments, `plural`, `select`, `<tags>` and quotes mean
 * what they mean to use-intl, and a test compares the two for every message there is. Anything else (formats inside a
 * message, offsets) throws.
 *
 * @example compileMessage('Visa {count} till') // ['Visa ', ['count'], ' till']
 */
export function compileMessage(message: string): CompiledMessage {
  const made = joined(new Reader(message).parts('text'))
  // A text with marks that were quoted stays a list: nobody takes it for a message to parse.
  return typeof made === 'string' && /[{}<>']/.test(made) ? [made] : made
}

function joined(parts: Part[]): string | Part[] {
  if (parts.length === 0) return ''
  const [only] = parts
  return parts.length === 1 && typeof only === 'string' ? only : parts
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Everything up to what ends this place: the end, a closing brace or a closing tag, which is left standing. */
  parts(place: Place): Part[] {
    const found: Part[] = []
    const add = (part: Part) => {
      const last = found.at(-1)
      if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part
      else found.push(part)
    }
    while (!this.#endsHere(place)) {
      if (this.#takes('{')) add(this.#argument())
      else if (/^<[a-z]/i.test(this.#ahead(2))) add(this.#tag(place))
      else if (place === 'plural' && this.#takes('#')) add(pound)
      else add(this.#takes("'") ? this.#quoted(place) : this.#letter())
    }
    return found
  }

  #endsHere(place: Place): boolean {
    const isOver = this.#at >= this.#text.length
    const isEnd = this.#ahead(1) === '}' || this.#ahead(2) === '</'
    if (place === 'text' ? isEnd : isOver) throw this.#fault()
    return isOver || isEnd
  }

  /** After an apostrophe: one that quotes nothing is a letter, two are one, others quote up to the next. */
  #quoted(place: Place): string {
    if (this.#takes("'")) return "'"
    if (!(place === 'plural' ? '{}<>#' : '{}<>').includes(this.#ahead(1) || ' ')) return "'"
    let said = ''
    while (this.#at < this.#text.length) {
      if (!this.#takes("'")) said += this.#letter()
      else if (this.#takes("'")) said += "'"
      else break
    }
    return said
  }

  #argument(): Part {
    const name = this.#word()
    if (this.#takes('}')) return [name]
    this.#demand(',')
    const kind = this.#word()
    this.#demand(',')
    if (kind !== 'select' && kind !== 'plural' && kind !== 'selectordinal') throw this.#fault()
    const options: Record<string, ReturnType<typeof choiceOf>> = {}
    const inside = kind === 'select' ? 'choice' : 'plural'
    for (let key = this.#word(); key !== ''; key = this.#word()) {
      this.#demand('{')
      options[key] = choiceOf(this.parts(inside))
      this.#demand('}')
    }
    this.#demand('}')
    if (!('other' in options)) throw this.#fault()
    return [name, choices[kind], options] as Part
  }

  #tag(place: Place): Part {
    this.#demand('<')
    const name = this.#word()
    this.#demand('>')
    const children = this.parts(place === 'plural' ? 'plural' : 'tag')
    this.#demand(`</${name}>`)
    return [name, ...(children.length === 0 ? [''] : children)] as Part
  }

  /** A name or a choice's key, with the spaces round it; empty when none stands here. */
  #word(): string {
    const [whole, word = ''] = /^\s*([=\p{L}\p{N}_-]*)\s*/u.exec(this.#text.slice(this.#at)) ?? ['']
    this.#at += whole.length
    return word
  }

  #letter(): string {
    const letter = this.#ahead(1)
    this.#at += 1
    return letter
  }

  #ahead(length: number): string {
    return this.#text.slice(this.#at, this.#at + length)
  }

  #takes(text: string): boolean {
    if (this.#ahead(text.length) !== text) return false
    this.#at += text.length
    return true
  }

  #demand(text: string): void {
    if (!this.#takes(text)) throw this.#fault()
  }

  #fault(): Error {
    return new Error(`a message that cannot be compiled, at ${this.#at}: ${this.#text}`)
  }
}

/** A single text or `#` stands by itself; anything else stays a list, so that it is not taken for one argument. */
function choiceOf(parts: Part[]): string | typeof pound | Part[] {
  const [only] = parts
  return parts.length === 1 && only === pound ? pound : joined(parts)
}
