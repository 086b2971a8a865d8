import { type CompiledMessage, compileMessage } from './compile-message.ts'
import formatCompiled from './format-compiled.ts'

type FormatArguments = Parameters<typeof formatCompiled>

const compiled = new Map<string, CompiledMessage>()

/**
 * Puts a message into words on Next's server, in place of use-intl's formatter (next.config.ts): one that is written
 * out, as Server Components have it, or one that was compiled for client components, which are rendered here first.
 * Throws when a value is missing, as use-intl's does.
 */
// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one
export default function formatMessage(...[key, message, values, options]: FormatArguments) {
  return formatCompiled(key, typeof message === 'string' ? known(message) : message, whole(values), options)
}

formatMessage.raw = false

function known(message: string): CompiledMessage {
  const had = compiled.get(message)
  if (had !== undefined) return had
  const made = compileMessage(message)
  compiled.set(message, made)
  return made
}

function whole(values: FormatArguments[2]): FormatArguments[2] {
  return new Proxy(values ?? {}, {
    get(given, name) {
      if (!(name in given)) throw new Error(`a message without its ${String(name)}`)
      return given[String(name)]
    },
  })
}
