'use client'

import type { ComponentProps } from 'react'
import { flushSync } from 'react-dom'
import type { DraftLine } from '#lib/invoice/draft.ts'
import { useTools } from './editor-context.client.tsx'
import { pasteLines } from './paste.ts'
import { useArticles } from './use-articles.client.tsx'

type ItemNameProps = {
  line: DraftLine
  /** What stands in it while it is empty. */
  hole: string
  wiring: ComponentProps<'input'> & { id: string; onBlur: () => void }
}

/** *Benämning* in a row of the table: offers what was invoiced before, and takes lines of a spreadsheet. */
export function ItemName({ line, hole, wiring }: ItemNameProps) {
  const { store } = useTools()
  const articles = useArticles(line, wiring.id, 'over')
  return (
    <>
      <input
        {...wiring}
        {...articles.aria}
        type="text"
        maxLength={200}
        autoComplete="off"
        enterKeyHint="next"
        placeholder={hole}
        value={line.itemName}
        className="control placeholder:text-hint placeholder:text-bad"
        onChange={(event) => {
          store.setCell(line.key, 'itemName', event.currentTarget.value)
          articles.onTyped(event.currentTarget.value)
        }}
        onKeyDown={articles.onKeyDown}
        onBlur={(event) => {
          articles.onBlur(event)
          wiring.onBlur()
        }}
        onPaste={(event) => pasteLines(event, store, line.key, flushSync)}
      />
      {articles.suggestions}
    </>
  )
}
