'use client'

import type { ComponentProps } from 'react'
import { flushSync } from 'react-dom'
import { useTools } from './editor-context.client.tsx'
import { pasteLines } from './paste.ts'
import { useArticles } from './use-articles.client.tsx'

type ItemNameProps = {
  lineKey: string
  value: string
  /** What stands in it while it is empty. */
  hole: string
  wiring: ComponentProps<'input'> & { id: string; onBlur: () => void }
}

/** *Benämning* in a row of the table: offers what was invoiced before, and takes lines of a spreadsheet. */
export function ItemName({ lineKey, value, hole, wiring }: ItemNameProps) {
  const { store } = useTools()
  const articles = useArticles(lineKey, wiring.id, 'over')
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
        value={value}
        className="control placeholder:text-hint placeholder:text-bad"
        onChange={(event) => {
          store.setCell(lineKey, 'itemName', event.currentTarget.value)
          articles.onTyped(event.currentTarget.value)
        }}
        onKeyDown={articles.onKeyDown}
        onBlur={(event) => {
          articles.onBlur(event)
          wiring.onBlur()
        }}
        onPaste={(event) => pasteLines(event, store, lineKey, flushSync)}
      />
      {articles.suggestions}
    </>
  )
}
