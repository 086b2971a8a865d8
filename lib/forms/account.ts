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

/** *Logga in*. */
export const signInForm = z.strictObject({
  email: emailAddress,
  password: z.string('password-missing').min(1, 'password-missing').max(200, 'too-long'),
})

/** *Byt lösenord* (S4). */
export const changePasswordForm = z.strictObject({
  currentPassword: z.string('password-missing').min(1, 'password-missing').max(200, 'too-long'),
  password: newPassword,
})

/** The language, as its switch sends it. */
export const languageForm = z.strictObject({ language: z.enum(['sv', 'en']) })

/** The theme, as its switch sends it. */
export const themeForm = z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })
