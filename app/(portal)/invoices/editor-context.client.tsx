'use client'

import { useLocale, useTranslations } from 'next-intl'
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useSyncExternalStore,
} from 'react'
import type { SavedFile } from '#app/_invoice/panel-files.ts'
import { faultParams } from '#lib/i18n/fault-params.ts'
import { isDemandFault } from '#lib/i18n/own-words.ts'
import type { CopyReview } from '#lib/invoice/copy-review.ts'
import type { Autosave } from './autosave.ts'
import type { DeviceCopy } from './device-copy.ts'
import type { EditorState } from './editor-state.ts'
import type { EditorStore } from './editor-store.ts'
import { mayBeFixed, type Problem, shownAt } from './problems.ts'
import { useRareTools } from './rare-tools.client.ts'
import type { Recovery } from './recovery.ts'
import type { EditorSurroundings } from './surroundings.ts'
import { untilThere } from './until-there.ts'

/** The sentences about payment an invoice carries, as the server writes them. */
export type TermsWords = Readonly<
  Record<'netDays' | 'endOfMonth' | 'onReceipt' | 'payBy' | 'lateInterest' | 'settlement', string>
>

/** All countries by name in the reader's language, Sweden first; named by the server, for browsers name some otherwise. */
export type Countries = readonly (readonly [code: string, name: string])[]

/** What every part of the form reaches; the same object for as long as the form is open. */
export type EditorTools = {
  store: EditorStore
  autosave: Autosave
  device: DeviceCopy
  recovery: Recovery
  surroundings: EditorSurroundings
  termsWords: { sv: TermsWords; en: TermsWords }
  invoiceId: string
  files: readonly SavedFile[]
  countries: Countries
  userEmail: string
  /** What there is to tell of the earlier invoice it was copied from. */
  copy: CopyReview | undefined
  /** The browser calls itself a phone's. */
  isOnPhone: boolean
}

const EditorContext = createContext<EditorTools | null>(null)

/** Gives the form's parts their tools. */
export const EditorProvider = EditorContext.Provider

/** The form's tools. Throws outside the form: that is a bug. */
export function useTools(): EditorTools {
  const tools = useContext(EditorContext)
  if (tools === null) throw new Error('a part of the invoice form stands outside it')
  return tools
}

/** A part of the form's state; renders again only when that part is another value. */
export function useEditor<Part>(select: (state: EditorState) => Part): Part {
  const { store } = useTools()
  // Parts whose script comes later take over the page as it came, whatever was typed since; then they follow.
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getSnapshot()),
    () => select(store.first),
  )
}

/** What is shown as wrong at a field now: its sentence, and the button that mends it. Undefined while nothing is. */
export function useFieldError(field: string): ReactNode {
  const problem = useEditor((state) => state.shown.get(field))
  return problem === undefined ? undefined : <ProblemText problem={problem} />
}

/** What a rule that only warns says of a field; undefined while none does. */
export function useFieldRemark(field: string): string | undefined {
  const say = useProblemWords()
  const remark = useEditor(({ remarks }) =>
    remarks.find((each) => each.code === 'rule-doubted' && shownAt(each.field) === field),
  )
  return remark === undefined ? undefined : say(remark)
}

/** The sentence of a problem, and the button that mends it where there is one. */
export function ProblemText({ problem }: { problem: Problem }) {
  const say = useProblemWords()
  return (
    <>
      {say(problem)} <FixOffer problem={problem} />
    </>
  )
}

/** The button that mends a problem in one press; nothing when there is none. */
export function FixOffer({ problem }: { problem: Problem }) {
  const { store, surroundings } = useTools()
  return mayBeFixed(problem.code) ? (
    <Suspense>
      <FixButton problem={problem} store={store} surroundings={surroundings} />
    </Suspense>
  ) : null
}

/**
 * Few problems have a mend, and no form begins with one. In a `Suspense` of its own, as all that is fetched late: without
 * it the whole form waits for the script, and puts back what is typed meanwhile.
 */
const FixButton = lazy(async () => ({
  default: (await untilThere(() => import('./fix-button.client.tsx'))).FixButton,
}))

/** Puts a problem into words. */
export function useProblemWords(): (problem: Problem) => string {
  const words = useTranslations('faults')
  const demands = useDemandWords()
  return useCallback(
    ({ code, params, message }: Problem) => {
      if (message !== undefined) return message
      if (isDemandFault(code)) return demands.say(code, params)
      const key = code as Parameters<typeof words>[0]
      return words.has(key) ? words(key, faultParams(params) as never) : ''
    },
    [words, demands],
  )
}

/** The words of what recipients demand: sentences about what is wrong (empty until their script is there), and names of fields. */
export function useDemandWords() {
  const words = useTranslations('demands.faults')
  const names = useTranslations('demands.names')
  const locale = useLocale()
  const tools = useRareTools()
  return useMemo(() => {
    const nameOf = (field: string) => names(field as Parameters<typeof names>[0])
    const say = (code: string, params: Problem['params']) =>
      tools === null
        ? ''
        : words(code as Parameters<typeof words>[0], tools.demandParams(params, { locale, nameOf }) as never)
    return { say, nameOf }
  }, [words, names, locale, tools])
}
