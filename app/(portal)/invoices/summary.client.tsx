'use client'

import { ErrorSummary } from '#app/_components/error-summary.client.tsx'
import { useEditor, useProblemWords } from './editor-context.client.tsx'
import { currentLineLayout } from './line-layout.ts'
import { oncePerField, targetId } from './problems.ts'

/** What *Gå vidare* found, each leading to where it is put right. */
export function Summary() {
  const say = useProblemWords()
  const summary = useEditor((state) => state.summary)
  const isWhole = useEditor((state) => state.stops.length === 0 && state.serverProblems.length === 0)
  const attempts = useEditor((state) => state.attempts)
  const firstKey = useEditor((state) => state.keys[0] ?? '')
  if (isWhole || summary.length === 0) return null
  const onPhone = currentLineLayout() === 'phone'
  const items = oncePerField(summary).map((problem) => {
    const id = targetId(problem.field, firstKey, onPhone)
    if (problem.field.startsWith('company.')) return { message: say(problem), href: '/settings/company' }
    return { message: say(problem), ...(id === undefined ? {} : { fieldId: id }) }
  })
  return <ErrorSummary items={items} attempt={attempts} />
}
