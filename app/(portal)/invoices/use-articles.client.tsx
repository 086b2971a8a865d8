'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Article } from '#lib/invoice/articles.ts'
import type { DraftLine } from '#lib/invoice/draft.ts'
import { useTools } from './editor-context.client.tsx'

/** So long after the last key is asked what was invoiced before. */
const askAfterMs = 150

/** The list and what goes with it, fetched when *Benämning* is first typed in. */
type ArticleList = typeof import('./article-list.client.tsx')

/** What is offered now. `at` = the place of what the arrows point at, -1 = nothing. */
type Offer = {
  readonly list: ArticleList
  readonly found: readonly Article[]
  readonly at: number
  /** The article that was just forgotten, or could not be. */
  readonly note: { readonly article: Article; readonly isForgotten: boolean } | null
}

/** What *Benämning* of a line is given so that earlier lines are offered while one types in it. */
export type ArticleField = {
  /** To be called with the text as it is after each key. */
  readonly onTyped: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  readonly aria: Readonly<Record<string, string | boolean | undefined>>
  /** Belongs right after the field. */
  readonly suggestions: ReactNode
}

/**
 * Offers what the company has invoiced before while *Benämning* is typed: arrows point, Enter takes, Esc closes; all
 * other keys, and Enter with nothing pointed at, mean what they always do. Without an answer nothing is offered.
 * `place`: over the page at the desk (a combobox), or within a phone's sheet, where the field has several lines and
 * so, by ARIA, stays a text box.
 */
export function useArticles(lineKey: string, fieldId: string, place: 'over' | 'within'): ArticleField {
  const words = useTranslations('invoice')
  const { store, surroundings } = useTools()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [isTyping, setTyping] = useState(false)
  const asking = useRef<AbortController | null>(null)
  const filled = useRef<Partial<DraftLine>>({})
  useEffect(() => () => asking.current?.abort(), [])

  const close = () => {
    asking.current?.abort()
    setOffer(null)
  }
  const ask = async (typed: string) => {
    asking.current?.abort()
    if (typed.trim() === '') return setOffer(null)
    const own = new AbortController()
    asking.current = own
    await new Promise((done) => setTimeout(done, askAfterMs))
    if (own.signal.aborted) return
    const list = await import('./article-list.client.tsx').catch(() => null)
    const { customerId } = store.getSnapshot().draft
    const found = (await list?.searchArticles(typed, customerId, own.signal)) ?? []
    if (own.signal.aborted || list === null) return
    // What was pointed at since the last key stays so where it stands now.
    setOffer((now) => {
      const at = found.findIndex(({ id }) => id === now?.found[now.at]?.id)
      return found.length === 0 ? null : { list, found, at, note: null }
    })
  }
  const take = ({ list }: Offer, article: Article) => {
    const { draft } = store.getSnapshot()
    const line = draft.lines.find(({ key }) => key === lineKey)
    if (line === undefined) return
    const isWritten = (cell: keyof DraftLine) =>
      store.isWritten(`lines.${lineKey}.${cell}`) ||
      (!presetCells.has(cell) && line[cell] !== filled.current[cell])
    const around = { draft, vatRegistered: surroundings.company.vatRegistered, today: surroundings.today }
    filled.current = list.cellsFromArticle(article, line, { ...around, isWritten })
    store.fillLine(lineKey, filled.current)
    close()
    document.getElementById(fieldId)?.focus()
  }
  const forget = async ({ list }: Offer, article: Article) => {
    const isForgotten = await list.forgetArticle(article.id)
    setOffer((now) => {
      if (now === null) return null
      const found = isForgotten ? now.found.filter(({ id }) => id !== article.id) : now.found
      return { ...now, found, at: -1, note: { article, isForgotten } }
    })
  }
  const recall = async ({ list }: Offer, article: Article) => {
    await list.recallArticle(article.id)
    document.getElementById(fieldId)?.focus()
    await ask(store.getSnapshot().rows.get(lineKey)?.line.itemName ?? '')
  }

  const listId = `${fieldId}-articles`
  const isOpen = offer !== null && offer.found.length > 0
  const pointed = offer?.found[offer.at]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isPlain = !(event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    const act = offer !== null && isPlain ? keyAction(event, offer) : undefined
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const keyAction = ({ key, shiftKey }: KeyboardEvent, now: Offer): (() => void) | undefined => {
    const point = (at: number) => () => setOffer({ ...now, at })
    const last = now.found.length - 1
    if (key === 'Escape') return close
    if (key === 'ArrowDown') return point(now.at === last ? -1 : now.at + 1)
    if (key === 'ArrowUp') return point(now.at === -1 ? last : now.at - 1)
    if (pointed === undefined) return undefined
    if (key === 'Enter') return () => take(now, pointed)
    return key === 'Delete' && shiftKey ? () => void forget(now, pointed) : undefined
  }
  const onBlur = ({ relatedTarget }: FocusEvent<HTMLElement>) => {
    const list = document.getElementById(`${listId}-box`)
    if (list?.contains(relatedTarget) === true) return
    close()
    setTyping(false)
  }
  return {
    onTyped: (text) => {
      setTyping(true)
      setOffer((now) => now && { ...now, at: -1 })
      void ask(text)
    },
    onKeyDown,
    onBlur,
    aria: {
      ...(place === 'over' ? { role: 'combobox', 'aria-expanded': isOpen } : { 'aria-haspopup': 'listbox' }),
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': pointed === undefined ? undefined : `${listId}-${offer?.at}`,
    },
    suggestions: (
      <>
        {isTyping && (
          <span role="status" className="sr-only">
            {offer !== null && words('articlesFound', { count: offer.found.length })}
          </span>
        )}
        {offer !== null && (
          <offer.list.ArticleList
            id={listId}
            fieldId={fieldId}
            place={place}
            found={offer.found}
            at={offer.at}
            note={offer.note}
            onTake={(article) => take(offer, article)}
            onForget={(article) => void forget(offer, article)}
            onRecall={(article) => void recall(offer, article)}
            onBlur={onBlur}
          />
        )}
      </>
    ),
  }
}

/** Cells that hold something from the start: only a person's own choice keeps them as they are. */
const presetCells: ReadonlySet<keyof DraftLine> = new Set(['unit', 'vatChoice', 'exemptionReason'])
