'use client'

import { Activity, lazy, type ReactNode } from 'react'
import type * as LowerPartsModule from './lower-parts.client.tsx'
import { untilThere } from './until-there.ts'
import { useReady } from './use-ready.client.ts'

type Parts = typeof LowerPartsModule

type PartName = Exclude<keyof Parts, 'DemandedHint' | 'importRareParts' | 'importRules'>

let load: () => Promise<Parts> = () => Promise.reject(new Error('nobody has said where the lower parts are'))
let parts: Promise<Parts> | undefined

/** Says how the lower parts are fetched: the form does, for what uses them here is among them. */
export function fetchLowerPartsBy(loader: typeof load): void {
  load = loader
}

/** The script of the lower parts; asked for until it comes. Never rejects. */
export function lowerParts(): Promise<Parts> {
  parts ??= untilThere(load)
  return parts
}

/**
 * A part that stands in the page from the start, by its HTML, and can be used when its script has come, a moment after
 * the form can be typed in. One element for ever: were it made anew, React would take its HTML away until then. An
 * `Activity`, not a `Suspense`: the server would send the HTML of larger ones after the rest, which moves the page.
 */
function lower(name: PartName): ReactNode {
  const Part = lazy(async () => ({ default: (await lowerParts())[name] }))
  return (
    <Activity>
      <Lower>
        <Part />
      </Lower>
    </Activity>
  )
}

function Lower({ children }: { children: ReactNode }) {
  return (
    <div className="contents" inert={!useReady()}>
      {children}
    </div>
  )
}

/** The lower parts by their names, as elements. */
export const lowerPart = {
  check: lower('InvoiceCheck'),
  changes: lower('RecentChanges'),
  demanded: lower('DemandedFields'),
  more: lower('MoreFields'),
  payment: lower('PaymentFields'),
  files: lower('FilesSection'),
  notices: lower('RecoveredNotice'),
  template: lower('SaveTemplate'),
} as const satisfies Record<string, ReactNode>
