import { useTranslations } from 'next-intl'
import { buttonClass } from './button-class.ts'

/** Says that the page is not there, with ways on. Goes inside whichever frame the page would have had, and with every page: so no script. */
export function NotFoundText() {
  const words = useTranslations('errors')
  return (
    <div className="grid gap-4">
      <h1>{words('notFoundTitle')}</h1>
      <p>{words('notFoundText')}</p>
      <p className="flex flex-wrap gap-3">
        <a href="/" className={buttonClass('primary')}>
          {words('toStart')}
        </a>
        <a href="/documents" className={buttonClass()}>
          {words('toDocuments')}
        </a>
      </p>
    </div>
  )
}
