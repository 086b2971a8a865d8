import fc from 'fast-check'
import { cleanLine } from '#lib/core/text.ts'
import type {
  Address,
  BuyerProfile,
  PaymentAccount,
  PaymentAccountKind,
  SellerProfile,
} from '#lib/invoice/parties.ts'
import { companyForms } from '#lib/invoice/parties.ts'
import { parseIban } from '#lib/party/iban.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import type { OcrMode } from '#lib/party/ocr.ts'
import type { PeppolId } from '#lib/party/peppol-id.ts'
import { sayingText, text } from './arbitrary-text.ts'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const luhn = (body: fc.Arbitrary<string>) => body.map((each) => `${each}${luhnDigit(each)}`)

/** An organisation number: a company's, or a sole trader's. */
export const orgNumber = fc.oneof(
  {
    weight: 3,
    arbitrary: luhn(
      digits(7)
        .map((rest) => `55${rest}`)
        .map(ofCompany),
    ),
  },
  { weight: 1, arbitrary: luhn(digits(3).map((rest) => `800101${rest}`)) },
)

/** A third digit of two or more: not a month. */
function ofCompany(number: string): string {
  return `${number.slice(0, 2)}9${number.slice(3)}`
}

/** A GLN. */
export const gln: fc.Arbitrary<string> = digits(9).map((rest) => withGs1Digit(`735${rest}`))

/** A GTIN of 8, 13 or 14 digits. */
export const gtin: fc.Arbitrary<string> = fc.oneof(
  digits(4).map((rest) => withGs1Digit(`735${rest}`)),
  gln,
  gln.map((each) => withGs1Digit(`1${each.slice(0, 12)}`)),
)

function withGs1Digit(body: string): string {
  const total = Array.from(body)
    .reverse()
    .reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return `${body}${(10 - (total % 10)) % 10}`
}

/** Cleaned as the settings and the customer's card are when they are saved. */
const line = (max: number) => text(max).map(cleanLine)
const sayingLine = (max: number) => sayingText(max).map(cleanLine)

function address(country: string): fc.Arbitrary<Address> {
  return fc.record({
    street: sayingLine(60),
    street2: line(60),
    line3: line(60),
    postalCode:
      country === 'SE' ? fc.constantFrom('11122', '903 26') : fc.constantFrom('N-0150', 'D 10115', '75001'),
    city: sayingLine(40),
    subdivision: line(40),
    country: fc.constant(country),
  })
}

/** Longer than the holder of an account may be, in characters of two code units. */
const longName = fc.constantFrom('A', 'AB').map((start) => `${start}${'😀'.repeat(49)}`)

/** A company that may send: registered for VAT or not, by its number or its GLN. */
export const company: fc.Arbitrary<SellerProfile> = fc
  .record({
    companyForm: fc.constantFrom(...companyForms),
    name: fc.oneof({ weight: 9, arbitrary: sayingLine(100) }, { weight: 1, arbitrary: longName }),
    tradingName: fc.oneof(line(60), fc.constant('Exempelverkstan')),
    orgNumber,
    vatRegistered: fc.oneof(
      { weight: 6, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    fTaxApproved: fc.boolean(),
    seat: sayingLine(40),
    gln,
    identifyBy: fc.constantFrom('orgnumber' as const, 'orgnumber' as const, 'gln' as const),
    address: address('SE'),
    contact: fc.record({
      name: line(60),
      phone: fc.constant('+46 90 000 00 00'),
      email: fc.constantFrom('', 'faktura@example.se'),
    }),
    roundToKrona: fc.boolean(),
    footer: fc.oneof(fc.constant(''), text(120)),
    interestText: fc.oneof(fc.constant(''), text(80)),
    accountingCurrency: fc.constantFrom('SEK' as const, 'SEK' as const, 'SEK' as const, 'EUR' as const),
  })
  .map((profile) => ({ ...profile, vatNumber: `SE${profile.orgNumber}01` }))

/** Where a buyer can be, with the prefix of its VAT numbers; XI is Northern Ireland, GR the one that differs. */
const places = [
  { country: 'DE', prefix: 'DE', isEu: true },
  { country: 'FI', prefix: 'FI', isEu: true },
  { country: 'GR', prefix: 'EL', isEu: true },
  { country: 'DK', prefix: 'DK', isEu: true },
  { country: 'NO', prefix: 'NO', isEu: false },
  { country: 'US', prefix: '', isEu: false },
  { country: 'GB', prefix: 'GB', isEu: false },
  { country: 'XI', prefix: 'XI', isEu: false },
] as const

/** A buyer, and the VAT number that counts for it (empty = none), whoever knows it. */
export type SomeBuyer = {
  readonly customer: BuyerProfile
  readonly vatNumber: string
  /** The number is typed in the form, the customer's card has none or another. */
  readonly isVatNumberTyped: boolean
}

const swede = fc.record({ number: orgNumber, hasVat: fc.boolean() }).map(({ number, hasVat }) => ({
  country: 'SE',
  orgNumber: number,
  vatNumber: hasVat ? `SE${number}01` : '',
}))

const foreigner = fc
  .record({
    place: fc.constantFrom(...places),
    number: digits(9),
    hasVat: fc.boolean(),
    hasNumber: fc.boolean(),
  })
  .map(({ place, number, hasVat, hasNumber }) => ({
    country: place.country,
    orgNumber: hasNumber ? number : '',
    vatNumber: hasVat && place.prefix !== '' ? `${place.prefix}${number}` : '',
  }))

/** Electronic addresses of a party, the preferred first; none for a party outside the network. */
function peppolIds(number: string): fc.Arbitrary<readonly PeppolId[]> {
  const own = number === '' ? '999999999' : number
  const id = fc.oneof(
    fc.constant({ scheme: /^\d{10}$/.test(own) ? '0007' : '0060', id: own }),
    gln.map((each) => ({ scheme: '0088', id: each })),
  )
  return fc.array(id, { maxLength: 3 })
}

/** A customer: Swedish, of the Union or from elsewhere. */
export const buyer: fc.Arbitrary<SomeBuyer> = fc
  .oneof({ weight: 3, arbitrary: swede }, { weight: 2, arbitrary: foreigner })
  .chain(({ country, orgNumber: number, vatNumber }) =>
    fc
      .record({
        name: sayingLine(100),
        tradingName: line(60),
        addresses: peppolIds(number),
        address: address(country),
        isVatNumberTyped: fc.boolean(),
        canReceive: fc.boolean(),
      })
      .map(({ name, tradingName, addresses, address: place, isVatNumberTyped, canReceive }) => ({
        customer: {
          customerId: 'customer-1',
          linkState: 'approved' as const,
          canReceive: canReceive && addresses.length > 0,
          name,
          tradingName,
          orgNumber: number,
          vatNumber: isVatNumberTyped ? '' : vatNumber,
          electronicAddress: addresses[0] ?? null,
          electronicAddresses: addresses,
          address: place,
        },
        vatNumber,
        isVatNumberTyped,
      })),
  )

const ibanLengths = { SE: 24, NO: 15, DE: 22, FI: 18 } as const

const iban = fc
  .constantFrom('SE' as const, 'SE' as const, 'NO' as const, 'DE' as const, 'FI' as const)
  .chain((country) => digits(ibanLengths[country] - 4).map((rest) => withIbanDigits(country, rest)))

/** The two digits that make it right, found by trying all. */
function withIbanDigits(country: string, rest: string): string {
  const all = Array.from(
    { length: 97 },
    (_, index) => `${country}${String(98 - index).padStart(2, '0')}${rest}`,
  )
  return all.find((each) => parseIban(each).ok) ?? `${country}00${rest}`
}

const ocrMode: fc.Arbitrary<OcrMode> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<OcrMode>('none') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<OcrMode>('check-digit', 'length-digit', 'fixed:25', 'fixed-length-digit:25'),
  },
)

const numbers: Readonly<Record<PaymentAccountKind, fc.Arbitrary<string>>> = {
  bankgiro: luhn(fc.oneof(digits(6), digits(7))),
  plusgiro: luhn(fc.integer({ min: 1, max: 7 }).chain(digits)),
  iban,
}

/** The accounts of a company, each with a right number; abroad an IBAN has its BIC. */
export function accounts(withBic: boolean): fc.Arbitrary<readonly PaymentAccount[]> {
  const account = fc.constantFrom<PaymentAccountKind>('bankgiro', 'plusgiro', 'iban').chain((kind) =>
    fc
      .record({ number: numbers[kind], mode: ocrMode, hasBic: fc.boolean() })
      .map(({ number, mode, hasBic }) => ({
        kind,
        number,
        ocrMode: mode,
        ...(kind === 'iban' && (withBic || hasBic) ? { bic: `ESSE${number.slice(0, 2)}SS` } : {}),
      })),
  )
  return fc
    .array(account, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((each, index) => ({ id: `account-${index + 1}`, ...each })))
}
