'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FocusEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { idle } from '#app/_server/action-state.ts'
import { formatAmount, formatNumber } from '#lib/i18n/format.ts'
import { type Article, articlePrice } from '#lib/invoice/articles.ts'
import { forgetArticleAction, recallArticleAction } from './actions.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import { useShownVat } from './line-cells.client.tsx'
import { useUnitName } from './unit-select.client.tsx'

export { cellsFromArticle } from '#lib/invoice/articles.ts'

/** Asks the server what was invoiced before. Nothing when it cannot be reached, or says no. */
export async function searchArticles(
  typed: string,
  customerId: string,
  signal: AbortSignal,
): Promise<readonly Article[]> {
  try {
    const asked = new URLSearchParams({ q: typed, customer: customerId })
    const response = await fetch(`/api/articles?${asked}`, { signal })
    if (!response.ok) return []
    const { articles }: { articles: readonly Article[] } = await response.json()
    return articles
  } catch {
    return []
  }
}

/** *Glöm*: false when the server could not be told. */
export const forgetArticle = (articleId: string): Promise<boolean> => tell(forgetArticleAction, articleId)

/** *Ångra* after *Glöm*: false when the server could not be told. */
export const recallArticle = (articleId: string): Promise<boolean> => tell(recallArticleAction, articleId)

async function tell(action: typeof forgetArticleAction, articleId: string): Promise<boolean> {
  const form = new FormData()
  form.set('articleId', articleId)
  try {
    return (await action(idle, form)).status === 'ok'
  } catch {
    return false
  }
}

type ArticleListProps = {
  id: string
  fieldId: string
  place: 'over' | 'within'
  found: readonly Article[]
  at: number
  note: { readonly article: Article; readonly isForgotten: boolean } | null
  onTake: (article: Article) => void
  onForget: (article: Article) => void
  onRecall: (article: Article) => void
  onBlur: (event: FocusEvent<HTMLElement>) => void
}

/**
 * The earlier lines offered at *Benämning*. The options and their *Glöm* are two lists side by side, for an option of
 * a listbox may hold no button. Pressed with a pointer, the field keeps its focus and a phone its keyboard.
 */
export function ArticleList(props: ArticleListProps) {
  const { id, fieldId, place, found, at, note, onTake, onForget, onRecall, onBlur } = props
  const words = useTranslations('invoice')
  const box = useRef<HTMLDivElement>(null)
  useOverPage(box, place === 'over' ? fieldId : null)
  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing in the list only leaves the focus where it is
    <div
      ref={box}
      id={`${id}-box`}
      popover={place === 'over' ? 'manual' : undefined}
      className={`article-list ${place === 'over' ? 'article-list-over' : ''}`}
      onMouseDown={(event) => event.preventDefault()}
      onBlur={onBlur}
    >
      {found.length > 0 && (
        <div className="article-columns">
          <div role="listbox" id={id} aria-label={words('articles')}>
            {found.map((article, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, where the focus is
              <div
                key={article.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onClick={() => onTake(article)}
              >
                <span className="block wrap-anywhere">{article.itemName}</span>
                <ArticleText article={article} />
              </div>
            ))}
          </div>
          <ul aria-label={words('articlesForget')}>
            {found.map((article) => (
              <li key={article.id}>
                <button
                  type="button"
                  tabIndex={-1}
                  title={words('articleForget', { name: article.itemName })}
                  onClick={() => onForget(article)}
                >
                  <Icon of={X} size={18} />
                  <span className="sr-only">{words('articleForget', { name: article.itemName })}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div role="status">
        {note !== null && (
          <p className="flex flex-wrap items-center justify-between gap-x-3 px-3 text-label">
            {words(note.isForgotten ? 'articleForgotten' : 'articleNotForgotten', {
              name: note.article.itemName,
            })}
            {note.isForgotten && (
              <Button look="quiet" className="px-0" onClick={() => onRecall(note.article)}>
                {words('undo')}
              </Button>
            )}
          </p>
        )}
      </div>
      {place === 'over' && found.length > 0 && (
        <p aria-hidden="true" className="border-t border-line px-3 py-1.5 text-hint text-muted">
          {words('articleKeys')}
        </p>
      )}
    </div>
  )
}

/** What an article costs here, its VAT and its number. */
function ArticleText({ article }: { article: Article }) {
  const words = useTranslations('invoice')
  const { today } = useTools().surroundings
  const draft = useEditor((state) => state.draft)
  const unitName = useUnitName()
  const shownVat = useShownVat()
  const price = articlePrice(article, { draft, today })
  const base = article.baseQuantity === '' ? '' : `${formatNumber(article.baseQuantity)} `
  const parts = [
    words('articlePrice', {
      price:
        price === null
          ? formatAmount(article.unitPrice, article.currency)
          : formatAmount(price, draft.currency),
      unit: `${base}${unitName(article.unit)}`,
    }),
    article.vatChoice === 'food'
      ? shownVat(article.vatChoice)
      : words('articleVat', { vat: shownVat(article.vatChoice) }),
    article.sellerItemId,
  ]
  return (
    <span className="figures block text-hint text-muted">
      {parts.filter((part) => part !== '').join(' · ')}
    </span>
  )
}

/** The least room under a field that the list is opened in; with less it opens above. */
const leastRoom = 240
const gap = 4

/** Lays the list over the page at its field, wherever that is scrolled to: nothing around it can cut it off. */
function useOverPage(box: { current: HTMLDivElement | null }, fieldId: string | null): void {
  useLayoutEffect(() => {
    const list = box.current
    const field = fieldId === null ? null : document.getElementById(fieldId)
    if (list === null || field === null) return
    const lay = () => {
      const { left, top, bottom } = field.getBoundingClientRect()
      const { clientWidth, clientHeight } = document.documentElement
      const under = clientHeight - bottom - 2 * gap
      const isAbove = under < leastRoom && top > under
      list.style.left = `${Math.max(gap, Math.min(left, clientWidth - list.offsetWidth - gap))}px`
      list.style.top = isAbove ? '' : `${bottom + gap}px`
      list.style.bottom = isAbove ? `${clientHeight - top + gap}px` : ''
      list.style.maxHeight = `${isAbove ? top - 2 * gap : under}px`
    }
    list.showPopover()
    lay()
    window.addEventListener('scroll', lay, { capture: true, passive: true })
    window.addEventListener('resize', lay)
    return () => {
      window.removeEventListener('scroll', lay, { capture: true })
      window.removeEventListener('resize', lay)
    }
  }, [box, fieldId])
}
