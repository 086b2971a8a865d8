import {
  Activity,
  CircleQuestionMark,
  Ellipsis,
  FilePlus,
  Files,
  House,
  Inbox,
  Link2,
  type LucideIcon,
  NotepadTextDashed,
  Send,
  Settings,
  Users,
} from 'lucide-react'
import type { Messages } from '#lib/i18n/messages.ts'

/** Who looks at the shell: decides which ways there are. */
export type UserKind = 'supplier' | 'recipient' | 'operator'

// The words that take no argument.
type NavWord = Exclude<keyof Messages['nav'], 'signedInAs' | 'templatesCount'>

/** One way in the navigation; `short` is its word in the tab bar, `counted` puts the number of what waits on it. */
export type NavItem = {
  href: string
  word: NavWord
  short: NavWord
  icon: LucideIcon
  /** Pages below this address belong to it too. */
  covers?: string
  counted?: 'toSend' | 'templates'
}

const start: NavItem = { href: '/', word: 'start', short: 'start', icon: House }
const create: NavItem = {
  href: '/invoices/new',
  word: 'create',
  short: 'createShort',
  icon: FilePlus,
  covers: '/invoices',
}
/** The same form by its other name (S18). */
const createAndSend: NavItem = { ...create, word: 'createAndSend' }
const send: NavItem = { href: '/send', word: 'send', short: 'sendShort', icon: Send, counted: 'toSend' }
const documents: NavItem = { href: '/documents', word: 'documents', short: 'documentsShort', icon: Files }
const templates: NavItem = {
  href: '/templates',
  word: 'templates',
  short: 'templates',
  icon: NotepadTextDashed,
  counted: 'templates',
}
const customers: NavItem = { href: '/customers', word: 'customers', short: 'customers', icon: Users }
const settings: NavItem = { href: '/settings', word: 'settings', short: 'settings', icon: Settings }
const help: NavItem = { href: '/help', word: 'help', short: 'help', icon: CircleQuestionMark }
const more: NavItem = { href: '/more', word: 'more', short: 'more', icon: Ellipsis }
const inbox: NavItem = { href: '/inbox', word: 'inbox', short: 'inbox', icon: Inbox }
const requests: NavItem = { href: '/requests', word: 'requests', short: 'requestsShort', icon: Link2 }
const operator: NavItem = { href: '/operator', word: 'operator', short: 'operator', icon: Activity }

/** The ways at the left of a wide window, in order. */
export const sideItems: Readonly<Record<UserKind, readonly NavItem[]>> = {
  supplier: [start, create, templates, send, documents, customers, settings, help],
  recipient: [inbox, requests, settings, help],
  operator: [operator, help],
}

/** The ways at the foot of a phone, in order: at most five. */
export const tabItems: Readonly<Record<UserKind, readonly NavItem[]>> = {
  supplier: [start, create, send, documents, more],
  recipient: [inbox, requests, more],
  operator: [operator, more],
}

/** The ways behind "Mer" on a phone: those that the tab bar has no room for. */
export const moreItems: Readonly<Record<UserKind, readonly NavItem[]>> = {
  supplier: [createAndSend, templates, customers, settings, help],
  recipient: [settings, help],
  operator: [help],
}
