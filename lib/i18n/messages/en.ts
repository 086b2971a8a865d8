import { activation } from './en/activation.ts'
import { customers } from './en/customers.ts'
import { document } from './en/document.ts'
import { documents } from './en/documents.ts'
import { errors } from './en/errors.ts'
import { faults } from './en/faults.ts'
import { fields } from './en/fields.ts'
import { common } from './en/general.ts'
import { help } from './en/help.ts'
import { inbox } from './en/inbox.ts'
import { invoice } from './en/invoice.ts'
import { mails } from './en/mails.ts'
import { nav } from './en/nav.ts'
import { operator } from './en/operator.ts'
import { register } from './en/register.ts'
import { send } from './en/send.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/sign-in.ts'
import { start } from './en/start.ts'
import { status } from './en/status.ts'
import { units } from './en/units.ts'
import { vat } from './en/vat.ts'
import type { ArgumentFaults, NoFaults, Shape } from './shape.ts'
import type { sv } from './sv.ts'

/** All words in English: a missing key, an extra key or an argument that differs from Swedish does not compile. */
export const en = {
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
} as const satisfies Shape<typeof sv>

/** The compile-time comparison of ICU arguments; it names the path of a message that differs. */
export type EnglishArguments = NoFaults<ArgumentFaults<typeof sv, typeof en>>
