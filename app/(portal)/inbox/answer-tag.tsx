import { useTranslations } from 'next-intl'
import { StatusTag, type Tone } from '#app/_components/status-tag.tsx'
import type { Answer } from '#lib/invoice/answers.ts'

const tones: Readonly<Record<Answer, Tone>> = {
  accepted: 'ok',
  'under-query': 'wait',
  rejected: 'bad',
  paid: 'ok',
}

/** What the organisation itself has answered, as word, picture and colour. */
export function AnswerTag({ answer }: { answer: Answer }) {
  const words = useTranslations('inbox')
  return <StatusTag tone={tones[answer]}>{words(`answerOf.${answer}`)}</StatusTag>
}
