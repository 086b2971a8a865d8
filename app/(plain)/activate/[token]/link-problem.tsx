import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import type { LinkProblem } from '#lib/services/account/activation.ts'

const waysOn = {
  'expired-link': { first: '/register', firstWord: 'registerAgain' },
  'used-link': { first: '/sign-in', firstWord: 'signIn' },
  'unknown-link': { first: '/register', firstWord: 'registerAgain' },
} as const satisfies Record<LinkProblem, unknown>

/** The page of a link that opens nothing: why, and the way on (K1). */
export function LinkProblemPage({ problem }: { problem: LinkProblem }) {
  const words = useTranslations('activation')
  const { first, firstWord } = waysOn[problem]
  return (
    <>
      <PageHeader title={words(`${problem}.title`)} />
      <Card className="grid gap-5">
        <p>{words(`${problem}.text`)}</p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={first} look="primary">
            {words(firstWord)}
          </LinkButton>
          {first !== '/sign-in' && <LinkButton href="/sign-in">{words('signIn')}</LinkButton>}
        </div>
      </Card>
    </>
  )
}
