'use client'

/** The parts of the form that are looked at before they are touched: one script, after the one that types. */
export { DemandedHint } from './demanded-hint.client.tsx'
export { DemandedFields } from './extra-field.client.tsx'
export { MoreFields } from './field-groups.client.tsx'
export { FilesSection } from './files-section.client.tsx'
export { InvoiceCheck } from './invoice-check.client.tsx'
export { PaymentFields } from './payment-fields.client.tsx'
export { RecentChanges } from './recent-changes.client.tsx'
export { RecoveredNotice } from './recovered-notice.client.tsx'
export { SaveTemplate } from './save-template.client.tsx'

/** What is asked for after them is asked for from here: what they share with it is not sent again. */
export const importRareParts = () => import('./rare-parts.client.tsx')
export const importRules = () => import('./live-rules.ts')
