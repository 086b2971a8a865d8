import { z } from 'zod'
import { isCountryCode } from '#lib/codelists/countries.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { companyForms } from '#lib/invoice/parties.ts'
import { parseBankgiro } from '#lib/party/bankgiro.ts'
import { parseBic } from '#lib/party/bic.ts'
import { parseGln } from '#lib/party/gln.ts'
import { parseIban } from '#lib/party/iban.ts'
import { ocrChoices, ocrModeOf } from '#lib/party/ocr.ts'
import { isMaskedNumber, isPersonalNumber, parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { parsePlusgiro } from '#lib/party/plusgiro.ts'
import { parseVatNumber } from '#lib/party/vat-number.ts'
import { emailAddress, identifier, optionalLine, requiredLine, tick } from './text.ts'

/** Both numbers start with the letters of their country; without them the sentence on their shape says enough. */
function withCountryAsLength(parse: (text: string) => Result<string>): (text: string) => Result<string> {
  return (text) => {
    const parsed = parse(text)
    return !parsed.ok && parsed.code === 'country' ? fail('length') : parsed
  }
}

/** A sole trader's number as it is shown, its last digits hidden: it stands for the stored one. */
function orMasked(parse: (text: string) => Result<string>): (text: string) => Result<string> {
  return (text) => (isMaskedNumber(text) ? succeed(text) : parse(text))
}

const parseVat = orMasked(withCountryAsLength(parseVatNumber))

/** A field that may be empty or left out. Not a union, whose own message would hide the field's fault codes. */
function orNothing(field: z.ZodType<string, string>) {
  return z
    .string()
    .default('')
    .transform((text, check) => {
      if (text.trim() === '') return ''
      const parsed = field.safeParse(text)
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      check.addIssue({ code: 'custom', message: issue?.message ?? 'unreadable' })
      return z.NEVER
    })
}

/** Said in the same answer as the faults of single fields, so that everything is mended in one round. */
const told = (field: string, message: string) => ({
  path: [field],
  message,
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
})

/** What a field with a fault of its own holds is not what its type says. */
const isPersonal = (orgNumber: unknown) => typeof orgNumber === 'string' && isPersonalNumber(orgNumber)
const withoutSpaces = (text: unknown) => (typeof text === 'string' ? text.replace(/\s/g, '') : '')

/**
 * *Företagsuppgifter* (S6, S7): what an invoice must say of its seller. `orgNumber` and `vatNumber` may be masked, as
 * a sole trader's are shown. Only a sole trader chooses what to be identified by.
 */
export const companyForm = z
  .strictObject({
    companyForm: z.enum(companyForms, 'company-form-missing'),
    name: requiredLine('name-missing', 150).pipe(z.string().min(2, 'name-missing')),
    tradingName: optionalLine(150),
    orgNumber: identifier('org-number', orMasked(parseOrganisationNumber)),
    vatRegistered: tick,
    vatNumber: orNothing(identifier('vat-number', parseVat)),
    fTaxApproved: tick,
    seat: optionalLine(60),
    gln: orNothing(identifier('gln', parseGln)),
    identifyBy: z.enum(['orgnumber', 'gln'], 'unreadable').default('orgnumber'),
    street: requiredLine('street-missing', 100),
    street2: optionalLine(100),
    postalCode: requiredLine('postal-code-missing', 10),
    city: requiredLine('city-missing', 60),
    country: z.string('country-missing').refine(isCountryCode, 'country-missing'),
    contactName: optionalLine(100),
    phone: optionalLine(30).pipe(z.string().regex(/^[\d\s+()-]*$/, 'phone-characters')),
    email: orNothing(emailAddress),
  })
  .refine(
    ({ orgNumber, companyForm: form }) =>
      form === 'sole-trader' || !companyForms.includes(form) || !isPersonal(orgNumber),
    told('companyForm', 'sole-trader-unconfirmed'),
  )
  .refine(
    ({ vatRegistered, vatNumber }) => !vatRegistered || vatNumber !== '',
    told('vatNumber', 'vat-number-missing'),
  )
  .refine(({ companyForm: form, seat }) => form !== 'limited' || seat !== '', told('seat', 'seat-missing'))
  .refine(
    ({ companyForm: form, identifyBy, gln }) => form !== 'sole-trader' || identifyBy !== 'gln' || gln !== '',
    told('gln', 'gln-missing'),
  )
  .refine(
    ({ country, postalCode }) => country !== 'SE' || /^(\d{5})?$/.test(withoutSpaces(postalCode)),
    told('postalCode', 'postal-code-shape'),
  )
  .refine(({ phone, email }) => phone !== '' || email !== '', told('phone', 'contact-missing'))
  .transform((typed) => ({
    ...typed,
    vatNumber: typed.vatRegistered ? typed.vatNumber : '',
    identifyBy: typed.companyForm === 'sole-trader' ? typed.identifyBy : ('orgnumber' as const),
    postalCode: typed.country === 'SE' ? typed.postalCode.replace(/\s/g, '') : typed.postalCode,
  }))

const parsers = {
  bankgiro: parseBankgiro,
  plusgiro: parsePlusgiro,
  iban: withCountryAsLength(parseIban),
} as const

/** The password, typed again before a change of what the company is paid to (K7). */
const currentPassword = z.string('password-missing').min(1, 'password-missing').max(500, 'wrong-password')

const accountId = z.uuid('unreadable')

const account = {
  kind: z.enum(['bankgiro', 'plusgiro', 'iban'], 'account-kind-missing'),
  number: requiredLine('account-number-missing', 42),
  bic: optionalLine(20),
  ocr: z.enum(ocrChoices, 'unreadable').default('none'),
  ocrLength: optionalLine(5),
  isDefault: tick,
  currentPassword,
}

/** *Betalning*: another account that the company is paid to. */
export const addAccountForm = z.strictObject(account).transform(readAccount)

/** *Betalning*: an account that is changed. Its kind stays. */
export const changeAccountForm = z
  .strictObject({ ...account, accountId })
  .transform(({ accountId: id, ...typed }, check) => {
    const read = readAccount(typed, check)
    return read === z.NEVER ? z.NEVER : { ...read, accountId: id }
  })

/** *Betalning*: an account that is taken away. */
export const removeAccountForm = z.strictObject({ accountId, currentPassword })

type TypedAccount = z.output<z.ZodObject<typeof account>>

function readAccount({ ocr, ocrLength, ...typed }: TypedAccount, check: z.RefinementCtx) {
  const number = parsers[typed.kind](typed.number)
  const bic =
    typed.kind === 'iban' && typed.bic !== '' ? parseBic(typed.bic) : { ok: true as const, value: '' }
  const ocrMode = ocrModeOf(ocr, ocrLength)
  const demand = (field: string, message: string) =>
    check.addIssue({ code: 'custom', message, path: [field] })
  if (!number.ok) demand('number', `${typed.kind}-${number.code}`)
  if (!bic.ok) demand('bic', 'bic-shape')
  if (ocrMode === null) demand('ocrLength', 'ocr-length-range')
  if (!number.ok || !bic.ok || ocrMode === null) return z.NEVER
  return { ...typed, number: number.value, bic: bic.value, ocrMode }
}
