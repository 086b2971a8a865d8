import { formatNumber } from '#lib/i18n/format.ts'

const nbsp = '\u00a0'

/** Bytes as people read them: `1 kB` at least, `1,4 MB` from a million. */
export function fileSizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(String(Math.max(1, Math.round(bytes / 1000))))}${nbsp}kB`
  return `${formatNumber((bytes / 1_000_000).toFixed(1))}${nbsp}MB`
}
