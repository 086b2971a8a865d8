import { z } from 'zod'
import { fail, type Result } from '#lib/core/result.ts'
import { companyForms } from '#lib/invoice/parties.ts'
import { parseBankgiro } from '#lib/party/bankgiro.ts'
import { parseBic } from '#lib/party/bic.ts'
import { parseIban } from '#lib/party/iban.ts'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
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

const parseVat = withCountryAsLength(parseVatNumber)

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

/** *Företagsuppgifter* (S6, S7): what an invoice must say of its seller. */
export const companyForm = z
  .strictObject({
    companyForm: z.enum(companyForms, 'company-form-missing'),
    name: requiredLine('name-missing', 150).pipe(z.string().min(2, 'name-missing')),
    tradingName: optionalLine(150),
    orgNumber: identifier('org-number', parseOrganisationNumber),
    vatRegistered: tick,
    vatNumber: orNothing(identifier('vat-number', parseVat)),
    fTaxApproved: tick,
    seat: optionalLine(60),
    street: requiredLine('street-missing', 100),
    street2: optionalLine(100),
    postalCode: requiredLine('postal-code-missing', 10)
      .transform((text) => text.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{5}$/, 'postal-code-shape')),
    city: requiredLine('city-missing', 60),
    contactName: optionalLine(100),
    phone: optionalLine(30).pipe(z.string().regex(/^[\d\s+()-]*$/, 'phone-characters')),
    email: orNothing(emailAddress),
  })
  .check((check) => {
    const { vatRegistered, vatNumber, companyForm: form, seat, phone, email } = check.value
    const demand = (field: string, code: string) =>
      check.issues.push({ code: 'custom', message: code, path: [field], input: check.value })
    if (vatRegistered && vatNumber === '') demand('vatNumber', 'vat-number-missing')
    if (form === 'limited' && seat === '') demand('seat', 'seat-missing')
    if (phone === '' && email === '') demand('phone', 'contact-missing')
  })

const parsers = {
  bankgiro: parseBankgiro,
  plusgiro: parsePlusgiro,
  iban: withCountryAsLength(parseIban),
} as const

/** *Betalning*: the account the company is paid to. */
export const paymentAccountForm = z
  .strictObject({
    kind: z.enum(['bankgiro', 'plusgiro', 'iban'], 'account-kind-missing'),
    number: requiredLine('account-number-missing', 42),
    bic: optionalLine(20),
  })
  .transform((typed, check) => {
    const number = parsers[typed.kind](typed.number)
    const bic =
      typed.kind === 'iban' && typed.bic !== '' ? parseBic(typed.bic) : { ok: true as const, value: '' }
    if (!number.ok)
      check.addIssue({ code: 'custom', message: `${typed.kind}-${number.code}`, path: ['number'] })
    if (!bic.ok) check.addIssue({ code: 'custom', message: 'bic-shape', path: ['bic'] })
    return number.ok && bic.ok ? { kind: typed.kind, number: number.value, bic: bic.value } : z.NEVER
  })
