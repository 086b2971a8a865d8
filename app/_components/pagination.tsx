import { useTranslations } from 'next-intl'
import { LinkButton } from './button.tsx'

/** "Visa 50 till": the link to the same list with more in it (keyset pagination, in the URL). */
export function Pagination({ href, count }: { href: string; count: number }) {
  const words = useTranslations('common')
  return (
    <p className="mt-4 text-center">
      <LinkButton href={href} scroll={false}>
        {words('showMore', { count: String(count) })}
      </LinkButton>
    </p>
  )
}
