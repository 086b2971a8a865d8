import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type WizardProps = {
  title: ReactNode
  children: ReactNode
  /** Where Föregående leads: the step before, or out. */
  backHref?: string
  step?: number
  of?: number
}

/** One step on a page of its own: way back, "Steg 1 av 2", heading, content in the narrow column. */
export function Wizard({ title, children, backHref, step, of }: WizardProps) {
  const words = useTranslations('common')
  return (
    <div className="max-w-column">
      {backHref !== undefined && (
        <Link href={backHref} className="mb-2 inline-flex min-h-(--control-height) items-center gap-1.5">
          <Icon of={ArrowLeft} />
          {words('previous')}
        </Link>
      )}
      {step !== undefined && of !== undefined && (
        <p className="text-label text-muted">{words('stepOf', { step: String(step), of: String(of) })}</p>
      )}
      <h1 className="mb-4">{title}</h1>
      {children}
    </div>
  )
}
