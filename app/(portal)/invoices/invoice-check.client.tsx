'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { FixOffer, useEditor, useProblemWords } from './editor-context.client.tsx'
import { focusField } from './focus-field.ts'
import {
  type CheckPart,
  checkParts,
  isMissing,
  judge,
  oncePerField,
  type Problem,
  partOf,
  targetId,
} from './problems.ts'

/** *Fakturakontroll*: words first (what is left, what is wrong), and inside each part with links to its fields. */
export function InvoiceCheck() {
  const words = useTranslations('invoice')
  const stops = useEditor((state) => state.stops)
  const server = useEditor((state) => state.serverProblems)
  const remarks = useEditor((state) => state.remarks)
  const isValid = useEditor((state) => state.isValid)
  const warnings = remarks.filter(({ isWarning }) => isWarning === true)
  const [isOpen, setOpen] = useState(false)
  const all = [...stops, ...server]
  const problems = oncePerField(all)
  const { missing, wrong, done, of } = judge(problems)
  return (
    <details
      className="card form-check py-1.5"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-(--control-height) flex-wrap items-center gap-x-2.5 gap-y-1">
        <strong>{words('check')}</strong>
        {wrong > 0 && <StatusTag tone="bad">{words('checkWrong', { count: wrong })}</StatusTag>}
        {missing > 0 && <StatusTag tone="neutral">{words('checkMissing', { count: missing })}</StatusTag>}
        {warnings.length > 0 && (
          <StatusTag tone="wait">{words('checkWarned', { count: warnings.length })}</StatusTag>
        )}
        {problems.length === 0 && (
          // On a phone on a line of its own, so that nothing moves when the rules have come and the words grow.
          <span className="max-sm:order-last max-sm:basis-full">
            <StatusTag tone="ok">{words(isValid ? 'checkValid' : 'checkWhole')}</StatusTag>
          </span>
        )}
        <span className="figures text-hint text-muted">
          {words('checkDone', { done: String(done), of: String(of) })}
        </span>
      </summary>
      {isOpen && (
        <>
          <CheckList problems={problems} warnings={warnings} />
          <BrokenRules problems={[...all, ...warnings]} />
        </>
      )}
    </details>
  )
}

type Found = { problems: readonly Problem[]; warnings: readonly Problem[] }

function CheckList({ problems, warnings }: Found) {
  const partWords = usePartWords()
  return (
    <ol className="mt-2 pb-1.5">
      {checkParts.map((part) => (
        <CheckRow
          key={part}
          name={partWords[part]}
          problems={problems.filter((problem) => partOf(problem.field) === part)}
          warnings={warnings.filter((warning) => partOf(warning.field) === part)}
        />
      ))}
    </ol>
  )
}

/** The published ids behind the sentences, for whoever helps: a person with a message seldom wants them. */
function BrokenRules({ problems }: { problems: readonly Problem[] }) {
  const words = useTranslations('invoice')
  const say = useProblemWords()
  if (problems.length === 0) return null
  return (
    <Disclosure summary={words('technical')}>
      <dl className="figures grid gap-1.5 pb-1.5 text-hint">
        {problems.map((problem) => (
          <div key={keyOf(problem)}>
            <dt className="font-semibold">{ruleOf(problem)}</dt>
            <dd className="text-muted">{say(problem)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

/** Several rules can be broken at one field. */
function keyOf({ field, code, params }: Problem): string {
  return [field, code, params.rule].join(' ')
}

/** Our own rules are published as TALONG-nn. */
function ruleOf({ code, params, ruleId }: Problem): string {
  return String(params.rule ?? ruleId ?? code).replace(/^T-/, 'TALONG-')
}

function CheckRow({ name, problems, warnings }: Found & { name: string }) {
  const words = useTranslations('invoice')
  const say = useProblemWords()
  const firstKey = useEditor((state) => state.keys[0] ?? '')
  const isWrong = problems.some((problem) => !isMissing(problem.code))
  return (
    <li className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-2 border-t border-line py-1.5">
      <span>
        {problems.length === 0 && warnings.length > 0 && (
          <StatusTag tone="wait">{words('partWarned')}</StatusTag>
        )}
        {problems.length === 0 && warnings.length === 0 && (
          <StatusTag tone="ok">{words('partDone')}</StatusTag>
        )}
        {problems.length > 0 && (
          <StatusTag tone={isWrong ? 'bad' : 'neutral'}>
            {words(isWrong ? 'partWrong' : 'partMissing')}
          </StatusTag>
        )}
      </span>
      <span className="grid gap-0.5">
        {problems.length === 0 && warnings.length === 0 && name}
        {[...problems, ...warnings].map((problem) => {
          const id = targetId(problem.field, firstKey, false)
          return id === undefined ? (
            <span key={keyOf(problem)}>
              {say(problem)}{' '}
              {problem.field !== '' && <Link href="/settings/company">{words('toSettings')}</Link>}
            </span>
          ) : (
            <span key={keyOf(problem)}>
              <a
                href={`#${id}`}
                className="inline-block py-0.5"
                onClick={(event) => {
                  if (focusField(problem.field, firstKey)) event.preventDefault()
                }}
              >
                {say(problem)}
              </a>{' '}
              <FixOffer problem={problem} />
            </span>
          )
        })}
      </span>
    </li>
  )
}

function usePartWords(): Readonly<Record<CheckPart, string>> {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  return {
    recipient: words('recipient'),
    invoiceNumber: fields('invoiceNumber'),
    issueDate: fields('issueDate'),
    dueDate: fields('dueDate'),
    reference: fields('buyerReference'),
    lines: words('partLines'),
    account: words('partAccount'),
    company: words('partCompany'),
  }
}
