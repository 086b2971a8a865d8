'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const firstMs = 1_500
const longestMs = 10_000
const giveUpMs = 120_000

/**
 * Asks the server for the page again while something on it is under way: after 1.5 s, then ever more seldom, at most
 * for two minutes and only while the page is seen. Shows nothing.
 */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!active) return
    const begun = Date.now()
    let timer: ReturnType<typeof setTimeout>
    const plan = (delay: number) => {
      timer = setTimeout(() => {
        if (!document.hidden) router.refresh()
        if (Date.now() - begun < giveUpMs) plan(Math.min(delay * 1.4, longestMs))
      }, delay)
    }
    plan(firstMs)
    return () => clearTimeout(timer)
  }, [active, router])
  return null
}
