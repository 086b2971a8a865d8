import localFont from 'next/font/local'

/** Body, controls, every number: slashed zero, distinct I/l/1, tabular figures with a narrow comma. Preloaded. */
export const bodyFont = localFont({
  src: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--font-atkinson',
  weight: '200 800',
  display: 'swap',
  preload: true,
  // What stands in for it meanwhile is in fallback-fonts.css: Next's own knows Arial alone, and one weight of it.
  adjustFontFallback: false,
})

/** Headings only: its tabular comma is as wide as a digit, so amounts are never set in it. */
export const headingFont = localFont({
  src: '../../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2',
  variable: '--font-schibsted',
  weight: '400 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

/** The class names for <html> that make both families known to the style sheet. */
export const fontVariables = `${bodyFont.variable} ${headingFont.variable}`
