import { useTranslations } from 'next-intl'
import { LinkButton } from './button.tsx'

/** Says that the page is not there, with ways on. Goes inside whichever frame the page would have had. */
export function NotFoundText() {
  const words = useTranslations('errors')
  return (
    <div className="grid gap-4">
      <h1>{words('notFoundTitle')}</h1>
      <p>{words('notFoundText')}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href="/" look="primary">
          {words('toStart')}
        </LinkButton>
        <LinkButton href="/documents">{words('toDocuments')}</LinkButton>
      </p>
    </div>
  )
}
