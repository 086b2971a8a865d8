'use client'

import { Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { buttonClass } from '#app/_components/button-class.ts'
import { Icon } from '#app/_components/icon.tsx'

const askMs = 2_000
const most = 30

/**
 * *Ladda ner PDF*. Until the worker has made it the button says so, and the page is asked for anew every other second,
 * for a minute. Needs the words of `pdf`.
 */
export function PdfButton({ href, isMade }: { href: string; isMade: boolean }) {
  const words = useTranslations('pdf')
  const router = useRouter()
  useEffect(() => {
    if (isMade) return
    let asked = 0
    const timer = setInterval(() => {
      asked += 1
      if (!document.hidden) router.refresh()
      if (asked === most) clearInterval(timer)
    }, askMs)
    return () => clearInterval(timer)
  }, [isMade, router])
  return (
    <span role="status">
      {isMade ? (
        <a href={href} download className={buttonClass()}>
          <Icon of={Download} />
          {words('download')}
        </a>
      ) : (
        <span className={`${buttonClass()} cursor-default text-muted`}>
          <Icon of={Download} />
          {words('making')}
        </span>
      )}
    </span>
  )
}
