import type { IsoDate } from '#lib/core/dates.ts'

/** A release of Peppol BIS Billing, and the day from which it judges what is sent. */
export type ReleaseDay = { readonly release: '3.0.21' | '3.0.22'; readonly from: string }

const first: ReleaseDay = { release: '3.0.21', from: '2026-08-17' }

/** Every release that is known, the oldest first. */
export const releaseDays: readonly ReleaseDay[] = [first, { release: '3.0.22', from: '2027-02-24' }]

/** The release in force on a day; before the oldest that is known, that one. */
export function releaseOn(date: IsoDate): ReleaseDay['release'] {
  return (releaseDays.findLast(({ from }) => from <= date) ?? first).release
}
