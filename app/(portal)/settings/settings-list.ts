/** Whose settings they are: a recipient's company has nothing to be paid to here. */
export type SettingsKind = 'supplier' | 'recipient'

const user = { href: '/settings/user', word: 'user', lead: 'userLead' } as const
const company = { href: '/settings/company', word: 'company', lead: 'companyLead' } as const
const payment = { href: '/settings/payment', word: 'payment', lead: 'paymentLead' } as const
const invoicing = { href: '/settings/invoicing', word: 'invoicing', lead: 'invoicingLead' } as const

/** The pages of the settings, in order. */
export function settingsOf(kind: SettingsKind) {
  return kind === 'supplier' ? [user, company, payment, invoicing] : [user]
}
