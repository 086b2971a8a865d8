import { activation } from './sv/activation.ts'
import { customers } from './sv/customers.ts'
import { document } from './sv/document.ts'
import { documents } from './sv/documents.ts'
import { errors } from './sv/errors.ts'
import { faults } from './sv/faults.ts'
import { fields } from './sv/fields.ts'
import { common } from './sv/general.ts'
import { help } from './sv/help.ts'
import { inbox } from './sv/inbox.ts'
import { invoice } from './sv/invoice.ts'
import { mails } from './sv/mails.ts'
import { nav } from './sv/nav.ts'
import { operator } from './sv/operator.ts'
import { register } from './sv/register.ts'
import { send } from './sv/send.ts'
import { settings } from './sv/settings.ts'
import { signIn } from './sv/sign-in.ts'
import { start } from './sv/start.ts'
import { status } from './sv/status.ts'
import { units } from './sv/units.ts'
import { vat } from './sv/vat.ts'

/** All words in Swedish, the source language: its keys and arguments are the contract that every other language meets. */
export const sv = {
  activation,
  common,
  customers,
  document,
  documents,
  errors,
  faults,
  fields,
  help,
  inbox,
  invoice,
  mails,
  nav,
  operator,
  register,
  send,
  settings,
  signIn,
  start,
  status,
  units,
  vat,
} as const
