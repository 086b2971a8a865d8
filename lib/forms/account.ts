import { z } from 'zod'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { isCommonPassword } from './common-passwords.ts'
import { emailAddress, identifier, requiredLine, tick } from './text.ts'

/** A new password: at least 12 characters, not one of the most common; nothing else is asked of it. */
export const newPassword = z
  .string('password-missing')
  .min(1, 'password-missing')
  .min(12, 'password-short')
  .max(200, 'too-long')
  .refine((password) => !isCommonPassword(password), 'password-common')

/** *Registrera ditt företag* (S1). */
export const registrationForm = z.strictObject({
  orgNumber: identifier('org-number', parseOrganisationNumber),
  companyName: requiredLine('name-missing', 150).pipe(z.string().min(2, 'name-missing')),
  contactName: requiredLine('contact-name-missing', 120),
  email: emailAddress,
})

/** *Avtal*: the version and text that were shown, ticked. */
export const agreementForm = z.strictObject({
  token: z.string().max(200),
  version: z.string().max(40),
  hash: z.string().max(64),
  accepted: tick.refine((value) => value, 'agreement-unticked'),
})

/** *Välj lösenord*. */
export const passwordForm = z.strictObject({ token: z.string().max(200), password: newPassword })

/** A password somebody has already. */
const presentPassword = z.string('password-missing').min(1, 'password-missing').max(200, 'too-long')

/** The token of a link in a mail. */
const linkTokenText = z.string().max(200)

/**
 * The path on this site that a text names; `/` for anything else: other sites, other schemes, what a browser might
 * read as either.
 */
export function ownPath(text: string | undefined): string {
  const own = 'http://own.invalid'
  if (!text?.startsWith('/') || !URL.canParse(text, own)) return '/'
  const url = new URL(text, own)
  // Dots in a path may leave two slashes at its start, which name another host.
  return url.origin === own && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}

/** *Logga in*; `next` is where to go then, on this site only. */
export const signInForm = z.strictObject({
  email: emailAddress,
  password: presentPassword,
  next: z.string().max(500).optional().transform(ownPath),
})

/** *Logga in igen* over a page that is being worked on. */
export const signInAgainForm = z.strictObject({ email: emailAddress, password: presentPassword })

/** *Byt lösenord* (S4). */
export const changePasswordForm = z.strictObject({ currentPassword: presentPassword, password: newPassword })

/** *Ditt namn* under *Användaruppgifter*. */
export const nameForm = z.strictObject({ name: requiredLine('contact-name-missing', 120) })

/** Which letters the user gets about what is *Klar*. */
export const mailChoiceForm = z.strictObject({ mailChoice: z.enum(['none', 'each', 'daily'], 'unreadable') })

/** *E-post* under *Användaruppgifter*. */
export const changeEmailForm = z.strictObject({ email: emailAddress, currentPassword: presentPassword })

/** *Logga ut* of one other device, or of all. */
export const deviceForm = z.strictObject({ sessionId: z.uuid().optional() })

/** *Glömt lösenord?*. */
export const forgottenPasswordForm = z.strictObject({ email: emailAddress })

/** A new password behind a link. */
export const resetForm = z.strictObject({ token: linkTokenText, password: newPassword })

/** A button behind a link that asks for nothing else. */
export const linkForm = z.strictObject({ token: linkTokenText })

/** A button that asks for nothing. */
export const emptyForm = z.strictObject({})

/** An operator's invitation. */
export const invitationForm = z.strictObject({
  token: linkTokenText,
  name: requiredLine('contact-name-missing', 120),
  password: newPassword,
})

/** *Nytt avtal*: the version and text that were shown, ticked. */
export const newAgreementForm = z.strictObject({
  version: z.string().max(40),
  hash: z.string().max(64),
  accepted: tick.refine((value) => value, 'agreement-unticked'),
})

/** The language, as its switch sends it. */
export const languageForm = z.strictObject({ language: z.enum(['sv', 'en']) })

/** The theme, as its switch sends it. */
export const themeForm = z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })
