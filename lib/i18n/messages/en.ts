import { activation } from './en/activation.ts'
import { agreement } from './en/agreement.ts'
import { attachments } from './en/attachments.ts'
import { broken } from './en/broken.ts'
import { claim } from './en/claim.ts'
import { confirmEmail } from './en/confirm-email.ts'
import { customers } from './en/customers.ts'
import { demands } from './en/demands.ts'
import { document } from './en/document.ts'
import { documents } from './en/documents.ts'
import { errors } from './en/errors.ts'
import { faults } from './en/faults.ts'
import { fields } from './en/fields.ts'
import { common } from './en/general.ts'
import { help } from './en/help.ts'
import { inbox } from './en/inbox.ts'
import { invitation } from './en/invitation.ts'
import { invoice } from './en/invoice.ts'
import { invoiceLetter } from './en/invoice-letter.ts'
import { invoicingSettings } from './en/invoicing-settings.ts'
import { linkAnswer } from './en/link-answer.ts'
import { mails } from './en/mails.ts'
import { nav } from './en/nav.ts'
import { operator } from './en/operator.ts'
import { paper } from './en/paper.ts'
import { passwordReset } from './en/password-reset.ts'
import { paymentSettings } from './en/payment-settings.ts'
import { pdf } from './en/pdf.ts'
import { register } from './en/register.ts'
import { requests } from './en/requests.ts'
import { send } from './en/send.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/sign-in.ts'
import { start } from './en/start.ts'
import { status } from './en/status.ts'
import { templates } from './en/templates.ts'
import { undoSend } from './en/undo-send.ts'
import { units } from './en/units.ts'
import { userSettings } from './en/user-settings.ts'
import type { ArgumentFaults, NoFaults, Shape } from './shape.ts'
import type { sv } from './sv.ts'

/** All words in English: a missing key, an extra key or an argument that differs from Swedish does not compile. */
export const en = {
  agreement,
  confirmEmail,
  invitation,
  passwordReset,
  requests,
  linkAnswer,
  claim,
  activation,
  attachments,
  broken,
  common,
  customers,
  demands,
  document,
  documents,
  errors,
  faults,
  fields,
  help,
  inbox,
  invoice,
  invoiceLetter,
  invoicingSettings,
  mails,
  nav,
  operator,
  paper,
  paymentSettings,
  pdf,
  register,
  send,
  settings,
  signIn,
  start,
  status,
  templates,
  undoSend,
  units,
  userSettings,
} as const satisfies Shape<typeof sv>

/** The compile-time comparison of ICU arguments; it names the path of a message that differs. */
export type EnglishArguments = NoFaults<ArgumentFaults<typeof sv, typeof en>>
