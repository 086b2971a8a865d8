import { useTranslations } from 'next-intl'
import { Disclosure } from './disclosure.tsx'

/** On every page of a company that was made to try Talong out (K35): nothing leaves. */
export function SandboxBanner() {
  const words = useTranslations('nav')
  return (
    <aside aria-label={words('sandbox')} className="no-print banner banner-striped tone-wait mb-6">
      <div className="banner-text">
        <p className="font-semibold">{words('sandboxTitle')}</p>
        <p>{words('sandboxText')}</p>
        <Disclosure summary={words('sandboxMore')}>{words('sandboxMoreText')}</Disclosure>
      </div>
    </aside>
  )
}
