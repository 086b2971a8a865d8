import formatCompiled from 'use-intl/format-message/format-only'

/**
 * Puts a compiled message into words, in place of use-intl's formatter in the browser (next.config.ts).
 * What comes to no words at all is the empty text: their own formatter gives an empty list, which counts as a fault.
 */
// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one
export default function formatMessage(...message: Parameters<typeof formatCompiled>) {
  const said = formatCompiled(...message)
  return Array.isArray(said) && said.length === 0 ? '' : said
}

formatMessage.raw = false
