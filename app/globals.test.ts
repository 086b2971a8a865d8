import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2 contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken']
const tones = ['ok', 'wait', 'bad', 'info']

/** Text: 4.5 to 1 (WCAG 1.4.3). */
const textPairs = [
  ...['ink', 'muted', 'subtle', 'link', 'brand', 'bad'].flatMap((text) =>
    grounds.map((ground) => [text, ground]),
  ),
  ...['ink', 'muted'].flatMap((text) => ['neutral-soft', 'brand-soft'].map((ground) => [text, ground])),
  ...tones.map((tone) => [tone, `${tone}-soft`]),
  ...tones.map((tone) => ['ink', `${tone}-soft`]),
  ['brand', 'brand-soft'],
  ['link', 'brand-soft'],
  ['bad', 'brand-soft'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
]

/** Borders of controls and the focus ring: 3 to 1 (WCAG 1.4.11). */
const shapePairs = ['control', 'brand', 'bad', 'focus'].flatMap((shape) =>
  grounds.map((ground) => [shape, ground]),
)

const themes = ['light', 'dark'] as const
const cases = themes.flatMap((theme) => [
  ...textPairs.map(([one = '', other = '']) => ({ theme, one, other, least: 4.5 })),
  ...shapePairs.map(([one = '', other = '']) => ({ theme, one, other, least: 3 })),
])

describe('colours', () => {
  it('stand as pairs of light and dark', () => {
    expect(tokens.size).toBe(23)
  })

  it.each(cases)('$theme: $one on $other reaches $least to 1', ({ theme, one, other, least }) => {
    const [front, back] = [tokens.get(one), tokens.get(other)]
    expect(contrast(front?.[theme] ?? '', back?.[theme] ?? '')).toBeGreaterThanOrEqual(least)
  })
})
