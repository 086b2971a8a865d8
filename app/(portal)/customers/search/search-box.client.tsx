'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useTransition } from 'react'
import { Button } from '#app/_components/button.tsx'
import { TextField } from '#app/_components/text-field.tsx'

const pauseMs = 250

type SearchBoxProps = {
  text: string
  label: string
  hint: string
  button: string
  /** The page itself: where the form goes when there is no script. */
  action: string
  /** The hits, made on the server; the old ones stay while new ones are fetched. */
  children: ReactNode
}

/** One search field that asks the server 250 ms after the last key, or at Enter. */
export function SearchBox({ text, label, hint, button, action, children }: SearchBoxProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(text)
  useEffect(() => () => clearTimeout(timer.current), [])

  const ask = (typed: string) => {
    const wanted = typed.trim()
    if (wanted === asked.current) return
    asked.current = wanted
    start(() =>
      router.replace(wanted === '' ? action : `${action}?q=${encodeURIComponent(wanted)}`, { scroll: false }),
    )
  }
  return (
    <>
      <search>
        <form
          action={action}
          className="mb-4 flex flex-wrap items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            clearTimeout(timer.current)
            ask(String(new FormData(event.currentTarget).get('q') ?? ''))
          }}
        >
          <TextField
            id="q"
            name="q"
            type="search"
            label={label}
            hint={hint}
            defaultValue={text}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            className="min-w-0 grow basis-full sm:max-w-text sm:basis-60"
            onChange={(event) => {
              const typed = event.currentTarget.value
              clearTimeout(timer.current)
              timer.current = setTimeout(() => ask(typed), pauseMs)
            }}
          />
          <Button type="submit" className="sm:mt-[1.6875rem]">
            {button}
          </Button>
        </form>
      </search>
      <div aria-busy={pending} className={pending ? 'opacity-60 transition-opacity' : 'transition-opacity'}>
        {children}
      </div>
    </>
  )
}
