import type { Shape } from '../shape.ts'
import type { userSettings as source } from '../sv/user-settings.ts'

/** Användaruppgifter: English. */
export const userSettings = {
  title: 'User details',
  profile: 'Your name',
  email: 'E-mail',
  emailLead:
    'You sign in with {email}. A new address applies once you have confirmed it with the link we send there.',
  newEmail: 'New e-mail address',
  changeEmail: 'Change address',
  emailSent: 'Link sent at {time} to {email}. It is valid for 72 hours.',
  emailWaiting:
    '{email} is waiting to be confirmed. Open the link in the e-mail sent there, or ask for a new one here.',
  password: 'Change password',
  passwordLead: 'Other devices where you are signed in are signed out.',
  changePassword: 'Change password',
  passwordChanged: 'Password changed at {time}',
  mails: 'E-mails to you',
  mailsLead: 'If something goes wrong with an invoice you have sent, you always get an e-mail.',
  whenDelivered: 'When an invoice is Delivered',
  mailChoice: {
    none: 'No e-mail',
    each: 'An e-mail for each invoice',
    daily: 'One e-mail a day, at 16:00, with all that were delivered',
  },
  languageAndLook: 'Language and look',
  languageHint: 'For the pages and the e-mails you get.',
  devices: 'Signed-in devices',
  devicesLead: 'Is there a device you do not recognise? Sign it out and change your password.',
  thisDevice: 'This device',
  otherDevice: 'Other device',
  deviceTimes: 'Signed in {since}, last used {last}',
  signOutDevice: 'Sign out <hidden>the device signed in {since}</hidden>',
  signOutOthers: 'Sign out all others',
  signingOut: 'Signing out…',
} as const satisfies Shape<typeof source>
