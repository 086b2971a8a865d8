/** A number as typed without what people put between its characters: spaces of any kind, hyphens, dashes, points. */
export function withoutSeparators(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-\u2010-\u2015\u2212\u200b]/g, '')
}
