import type { Page } from '@playwright/test'

/** What one key did: from the key itself to the frame that shows the new sum, and the rows whose content changed. */
export type Keystroke = { readonly ms: number; readonly rows: number }

type Watched = { typing: { keys: Keystroke[]; longest: number } }

/**
 * Watches a page from its inside: `sum` is the element whose text follows each key, `row` what a row of it is. A key
 * counts when the first frame after its new sum has been painted (an animation frame, then a message after it). The
 * element is looked for once: to find it anew at each look costs milliseconds of a long page, which no reader pays.
 */
export async function watchTyping(page: Page, sum: string, row: string): Promise<void> {
  await page.evaluate(
    ({ sum, row }) => {
      const watched = window as unknown as Watched
      watched.typing = { keys: [], longest: 0 }
      const place = document.querySelector(sum)
      if (place === null) throw new Error(`there is no ${sum}`)
      const shown = () => place.textContent
      const changed = new Set<Element>()
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = (target instanceof Element ? target : target.parentElement)?.closest(row)
          if (element) changed.add(element)
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          watched.typing.longest = Math.max(watched.typing.longest, duration)
        }
      }).observe({ type: 'longtask' })
      window.addEventListener(
        'keydown',
        (event) => {
          const before = shown()
          changed.clear()
          const look = () => {
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              const isShown = shown() !== before
              channel.port1.onmessage = () => {
                if (!isShown) return look()
                watched.typing.keys.push({ ms: performance.now() - event.timeStamp, rows: changed.size })
              }
              channel.port2.postMessage(null)
            })
          }
          look()
        },
        { capture: true },
      )
    },
    { sum, row },
  )
}

/** All keys so far that have been painted. */
export function keystrokes(page: Page): Promise<readonly Keystroke[]> {
  return page.evaluate(() => (window as unknown as Watched).typing.keys)
}

/** The longest task since the last time this was asked, in ms; 0 = none above 50. */
export function takeLongestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { typing } = window as unknown as Watched
    const { longest } = typing
    typing.longest = 0
    return longest
  })
}
