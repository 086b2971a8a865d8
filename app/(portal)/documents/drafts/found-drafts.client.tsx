'use client'

import { useEffect, useState } from 'react'
import { openDeviceStore } from '#app/_components/device-store.ts'
import type { FoundDraftsProps } from './found-drafts-list.client.tsx'

const loadList = () => import('./found-drafts-list.client.tsx')

/** What was typed on this device and never reached the server; fetched only where the device keeps something. */
export function FoundDrafts(props: FoundDraftsProps) {
  const [part, setPart] = useState<Awaited<ReturnType<typeof loadList>> | null>(null)
  useEffect(() => {
    let isOpen = true
    const look = async () => {
      const store = await openDeviceStore()
      const kept = (await store?.all()) ?? []
      store?.close()
      if (kept.length === 0) return
      const list = await loadList()
      if (isOpen) setPart(list)
    }
    // Where the device keeps nothing, or cannot be read, nothing is found.
    look().catch(() => undefined)
    return () => {
      isOpen = false
    }
  }, [])
  return part === null ? null : <part.FoundDraftsList {...props} />
}
