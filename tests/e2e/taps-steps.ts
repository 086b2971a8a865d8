import type { BrowserContext, Locator, Page } from '@playwright/test'

/** What a finger or the keyboard did, as the page itself noted it. */
export type Touch = { readonly kind: 'tap' | 'key'; readonly what: string; readonly path: string }

/**
 * Notes every real touch in all pages of a browser from now on: by listeners in the page, so that nothing is counted
 * that the page did not get, and nothing left out that it did.
 */
export async function watchTouches(context: BrowserContext): Promise<readonly Touch[]> {
  const touches: Touch[] = []
  await context.exposeBinding('noteTouch', (_source, touch: Touch) => {
    touches.push(touch)
  })
  await context.addInitScript(() => {
    const note = (touch: Touch) => (window as unknown as { noteTouch(touch: Touch): void }).noteTouch(touch)
    const nameOf = (target: EventTarget | null) => {
      const element =
        target instanceof Element ? target.closest('a, button, input, textarea, select, label') : null
      const isField =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
      const label = isField ? element.labels?.[0] : undefined
      const name = element?.getAttribute('aria-label') ?? (label ?? element)?.textContent ?? ''
      return (
        name.replace(/\s+/g, ' ').trim() || (target instanceof Element ? target.tagName.toLowerCase() : '')
      )
    }
    const take = (kind: Touch['kind'], what: string) => note({ kind, what, path: location.pathname })
    addEventListener('pointerdown', (event) => event.isTrusted && take('tap', nameOf(event.target)), true)
    // A list of the system's own is outside the page: its choice is a tap the page hears of as a change.
    const choose = ({ target }: Event) =>
      target instanceof HTMLSelectElement && take('tap', target.selectedOptions[0]?.text ?? '')
    addEventListener('change', choose, true)
    addEventListener('keydown', (event) => event.isTrusted && take('key', event.key), true)
  })
  return touches
}

/** Taps a field and types in it. */
export async function tapAndType(page: Page, field: Locator, text: string): Promise<void> {
  await field.tap()
  await page.keyboard.type(text)
}

/** How many of the touches are taps. */
export function tapsOf(touches: readonly Touch[]): number {
  return touches.filter(({ kind }) => kind === 'tap').length
}

/** The touches as a table: a row for each tap, and one for what was typed between two of them. */
export function touchTable(title: string, touches: readonly Touch[]): string {
  const rows: string[] = []
  let typed = 0
  let taps = 0
  const endTyping = () => {
    if (typed > 0) rows.push(`      ${typed} keys`)
    typed = 0
  }
  for (const { kind, what, path } of touches) {
    if (kind === 'key' && what.length === 1) {
      typed += 1
      continue
    }
    endTyping()
    if (kind === 'tap') taps += 1
    const mark = kind === 'tap' ? String(taps).padStart(4) : ' key'
    rows.push(`${mark}  ${what.padEnd(44).slice(0, 44)}  ${path.replace(/[0-9a-f-]{36}/, 'ID')}`)
  }
  endTyping()
  const keys = touches.length - taps
  return [`\n${title}: ${taps} taps, ${keys} keys`, ...rows, ''].join('\n')
}
