import { childrenNamed, firstAt, type UblElement } from '#lib/ubl/tree.ts'

/**
 * The arithmetic of EN 16931 worked out again from a document alone, in whole numbers of a tiny unit and by nothing
 * of what made it: the id of each rule that does not hold to the last öre. No slack anywhere, VAT half away from zero.
 */
export function wrongSums(root: UblElement): readonly string[] {
  const lines = [...childrenNamed(root, 'cac:InvoiceLine'), ...childrenNamed(root, 'cac:CreditNoteLine')]
  const allowances = childrenNamed(root, 'cac:AllowanceCharge')
  const told = (name: string) => unitsAt(root, `cac:LegalMonetaryTotal/cbc:${name}`)
  const total = (name: string) => told(name) ?? 0n
  const groups = childrenNamed(root, 'cac:TaxTotal').flatMap((each) => childrenNamed(each, 'cac:TaxSubtotal'))
  const charged = (isCharge: boolean) => {
    const same = allowances.filter((each) => isChargeOf(each) === isCharge)
    return same.length === 0 ? null : sumOf(same.map(amountOf))
  }
  const vat = unitsAt(root, 'cac:TaxTotal/cbc:TaxAmount') ?? 0n
  const checks: readonly (readonly [string, boolean])[] = [
    ['BR-CO-10', total('LineExtensionAmount') === sumOf(lines.map(netOf))],
    ['BR-CO-11', told('AllowanceTotalAmount') === charged(false)],
    ['BR-CO-12', told('ChargeTotalAmount') === charged(true)],
    [
      'BR-CO-13',
      total('TaxExclusiveAmount') ===
        total('LineExtensionAmount') - total('AllowanceTotalAmount') + total('ChargeTotalAmount'),
    ],
    ['BR-CO-14', vat === sumOf(groups.map((each) => unitsAt(each, 'cbc:TaxAmount') ?? 0n))],
    ['BR-CO-15', total('TaxInclusiveAmount') === total('TaxExclusiveAmount') + vat],
    [
      'BR-CO-16',
      total('PayableAmount') ===
        total('TaxInclusiveAmount') - total('PrepaidAmount') + total('PayableRoundingAmount'),
    ],
    ['BR-CO-17', groups.every((each) => unitsAt(each, 'cbc:TaxAmount') === vatOf(each))],
    ['BR-S-08', groupsOf(lines, allowances) === groupsIn(groups)],
    ['PEPPOL-EN16931-R120', lines.every((line) => netOf(line) === netFromPrice(line))],
    [
      'PEPPOL-EN16931-R040',
      [...allowances, ...lines.flatMap((line) => childrenNamed(line, 'cac:AllowanceCharge'))].every(
        isPercentRight,
      ),
    ],
    ['PEPPOL-EN16931-R046', lines.every(isPriceRight)],
  ]
  return checks.flatMap(([id, holds]) => (holds ? [] : [id]))
}

/** Decimals that are kept: ten of a price, and room for those of a quantity. */
const places = 20
const one = 10n ** BigInt(places)
const cent = one / 100n

/** A number of the document in the tiny unit; null when it is not there. */
function unitsAt(from: UblElement, path: string): bigint | null {
  const text = firstAt(from, path)?.text ?? ''
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,20}))?$/.exec(text) ?? []
  if (whole === '') return null
  const units = BigInt(`${whole}${fraction.padEnd(places, '0')}`)
  return sign === '-' ? -units : units
}

function sumOf(all: readonly bigint[]): bigint {
  return all.reduce((sum, each) => sum + each, 0n)
}

/** numerator ÷ denominator, to whole öre, halves away from zero. */
function toCents(numerator: bigint, denominator: bigint): bigint {
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator * cent]
  const cents = (2n * n + d) / (2n * d)
  return (numerator < 0n ? -cents : cents) * cent
}

const amountOf = (allowance: UblElement) => unitsAt(allowance, 'cbc:Amount') ?? 0n
const netOf = (line: UblElement) => unitsAt(line, 'cbc:LineExtensionAmount') ?? 0n
const isChargeOf = (allowance: UblElement) => firstAt(allowance, 'cbc:ChargeIndicator')?.text === 'true'
const signed = (allowance: UblElement) => (isChargeOf(allowance) ? amountOf(allowance) : -amountOf(allowance))

function vatOf(group: UblElement): bigint {
  const rate = unitsAt(group, 'cac:TaxCategory/cbc:Percent') ?? 0n
  return toCents((unitsAt(group, 'cbc:TaxableAmount') ?? 0n) * rate, one * 100n)
}

/** Quantity × price ÷ base in one rounding, then the line's own discounts and charges. */
function netFromPrice(line: UblElement): bigint {
  const quantity = unitsAt(line, 'cbc:InvoicedQuantity') ?? unitsAt(line, 'cbc:CreditedQuantity') ?? 0n
  const price = unitsAt(line, 'cac:Price/cbc:PriceAmount') ?? 0n
  const base = unitsAt(line, 'cac:Price/cbc:BaseQuantity') ?? one
  return toCents(quantity * price, base) + sumOf(childrenNamed(line, 'cac:AllowanceCharge').map(signed))
}

function isPercentRight(allowance: UblElement): boolean {
  const percent = unitsAt(allowance, 'cbc:MultiplierFactorNumeric')
  const base = unitsAt(allowance, 'cbc:BaseAmount')
  if (percent === null || base === null) return percent === base
  return amountOf(allowance) === toCents(base * percent, one * 100n)
}

/** List price less discount is the price, when there is a list price. */
function isPriceRight(line: UblElement): boolean {
  const gross = unitsAt(line, 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount')
  const discount = unitsAt(line, 'cac:Price/cac:AllowanceCharge/cbc:Amount')
  if (gross === null || discount === null) return gross === discount
  return unitsAt(line, 'cac:Price/cbc:PriceAmount') === gross - discount
}

/** Category and rate, as one text. */
function vatKey(from: UblElement, path: string): string {
  return `${firstAt(from, `${path}/cbc:ID`)?.text} ${unitsAt(from, `${path}/cbc:Percent`) ?? ''}`
}

/** What the lines, discounts and charges come to in each category and rate, in order. */
function groupsOf(lines: readonly UblElement[], allowances: readonly UblElement[]): string {
  const sums = new Map<string, bigint>()
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount)
  for (const line of lines) add(vatKey(line, 'cac:Item/cac:ClassifiedTaxCategory'), netOf(line))
  for (const each of allowances) add(vatKey(each, 'cac:TaxCategory'), signed(each))
  return listed([...sums])
}

function groupsIn(groups: readonly UblElement[]): string {
  return listed(
    groups.map((each) => [vatKey(each, 'cac:TaxCategory'), unitsAt(each, 'cbc:TaxableAmount') ?? 0n]),
  )
}

function listed(groups: readonly (readonly [string, bigint])[]): string {
  return groups
    .map(([key, amount]) => `${key} ${amount}`)
    .toSorted()
    .join('\n')
}
