import { activation } from './sv/activation.ts'
import { agreement } from './sv/agreement.ts'
import { attachments } from './sv/attachments.ts'
import { broken } from './sv/broken.ts'
import { claim } from './sv/claim.ts'
import { confirmEmail } from './sv/confirm-email.ts'
import { customers } from './sv/customers.ts'
import { demands } from './sv/demands.ts'
import { document } from './sv/document.ts'
import { documents } from './sv/documents.ts'
import { errors } from './sv/errors.ts'
import { faults } from './sv/faults.ts'
import { fields } from './sv/fields.ts'
import { common } from './sv/general.ts'
import { help } from './sv/help.ts'
import { inbox } from './sv/inbox.ts'
import { invitation } from './sv/invitation.ts'
import { invoice } from './sv/invoice.ts'
import { invoiceLetter } from './sv/invoice-letter.ts'
import { invoicingSettings } from './sv/invoicing-settings.ts'
import { linkAnswer } from './sv/link-answer.ts'
import { mails } from './sv/mails.ts'
import { nav } from './sv/nav.ts'
import { operator } from './sv/operator.ts'
import { paper } from './sv/paper.ts'
import { passwordReset } from './sv/password-reset.ts'
import { paymentSettings } from './sv/payment-settings.ts'
import { pdf } from './sv/pdf.ts'
import { register } from './sv/register.ts'
import { requests } from './sv/requests.ts'
import { send } from './sv/send.ts'
import { settings } from './sv/settings.ts'
import { signIn } from './sv/sign-in.ts'
import { start } from './sv/start.ts'
import { status } from './sv/status.ts'
import { templates } from './sv/templates.ts'
import { undoSend } from './sv/undo-send.ts'
import { units } from './sv/units.ts'
import { userSettings } from './sv/user-settings.ts'

/** All words in Swedish, the source language: its keys and arguments are the contract that every other language meets. */
export const sv = {
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
} as const
