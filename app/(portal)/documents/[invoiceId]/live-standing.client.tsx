'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

type Pace = { firstMs: number; longestMs: number }

/** While it is on its way a person waits for it; afterwards it may be answered any day. */
const paces = {
  inFlight: { firstMs: 1_500, longestMs: 15_000 },
  settled: { firstMs: 5_000, longestMs: 60_000 },
} as const satisfies Record<string, Pace>

/** A page that is left open all day is not a person who is there: the session must be able to end. */
const giveUpMs = 30 * 60_000

type LiveStandingProps = {
  invoiceId: string
  /** What the page was made of. */
  shown: string
  isInFlight: boolean
}

/**
 * Reads the page anew when something has happened to the invoice: *Klar*, an answer. It asks for one short text, ever
 * more seldom, for half an hour and only while the page is seen; whoever comes back to it sees at once. Shows nothing.
 */
export function LiveStanding({ invoiceId, shown, isInFlight }: LiveStandingProps) {
  const router = useRouter()
  useEffect(() => {
    const pace = isInFlight ? paces.inFlight : paces.settled
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let begun = Date.now()
    const ask = async (pause: number) => {
      const standing = await readStanding(invoiceId, leaving.signal)
      if (leaving.signal.aborted || standing === 'gone') return
      // Refreshed, the page comes with another `shown`, and this begins anew.
      if (standing !== null && standing !== shown) router.refresh()
      plan(Math.min(pause * 1.5, pace.longestMs))
    }
    const plan = (pause: number) => {
      clearTimeout(timer)
      const isWatched = !document.hidden && Date.now() - begun < giveUpMs
      if (isWatched) timer = setTimeout(() => void ask(pause), pause)
    }
    const comeBack = () => {
      clearTimeout(timer)
      begun = Date.now()
      if (!document.hidden) void ask(pace.firstMs)
    }
    plan(pace.firstMs)
    document.addEventListener('visibilitychange', comeBack)
    return () => {
      leaving.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', comeBack)
    }
  }, [invoiceId, shown, isInFlight, router])
  return null
}

/** `gone` when it is nobody's to ask for any more; null when no answer came. */
async function readStanding(invoiceId: string, signal: AbortSignal): Promise<string | 'gone' | null> {
  try {
    const response = await fetch(`/api/invoices/${invoiceId}/standing`, { signal, cache: 'no-store' })
    if (response.status === 404) return 'gone'
    const answer: unknown = response.ok ? await response.json() : null
    return typeof answer === 'object' && answer !== null && 'standing' in answer
      ? String(answer.standing)
      : null
  } catch {
    return null
  }
}
