import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import type { LinkProblem } from '#lib/services/account/activation.ts'
import { LinkProblemPage } from '../../_link/link-problem.tsx'
import { NewLinkForm } from './new-link-form.client.tsx'

/** The page of an activation link that opens nothing: a new one, the sign-in page, or registering again (K1). */
export function ActivationProblem({ problem, token }: { problem: LinkProblem; token: string }) {
  const words = useTranslations('activation')
  return (
    <LinkProblemPage title={words(`${problem}.title`)} text={words(`${problem}.text`)}>
      {problem === 'expired-link' && (
        <ClientMessages namespaces={['activation', 'register']}>
          <NewLinkForm token={token} />
        </ClientMessages>
      )}
      {problem === 'unknown-link' && (
        <LinkButton href="/register" look="primary">
          {words('registerAgain')}
        </LinkButton>
      )}
      <LinkButton href="/sign-in" look={problem === 'used-link' ? 'primary' : 'secondary'}>
        {words('signIn')}
      </LinkButton>
    </LinkProblemPage>
  )
}
