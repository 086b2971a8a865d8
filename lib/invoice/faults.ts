/** How far a fault reaches: stops *Gå vidare*, holds only *Skicka*, or warns. */
export type FaultLevel = 'stop' | 'hold' | 'warn'

/**
 * Every fault a draft can have: the rule's id (`T-nn` are our own) and its level. The words are in the messages,
 * under the same key.
 */
export const faultRules = {
  'recipient-missing': { ruleId: 'T-01', level: 'stop' },
  'approval-pending': { ruleId: 'T-02', level: 'hold' },
  'recipient-unreachable': { ruleId: 'T-03', level: 'hold' },
  'invoice-number-missing': { ruleId: 'BR-02', level: 'stop' },
  'invoice-number-kept': { ruleId: 'T-04', level: 'stop' },
  'invoice-number-taken': { ruleId: 'T-04', level: 'stop' },
  'invoice-number-characters': { ruleId: 'T-06', level: 'stop' },
  'issue-date-missing': { ruleId: 'BR-03', level: 'stop' },
  'issue-date-far': { ruleId: 'T-09', level: 'warn' },
  'date-unreadable': { ruleId: 'T-07', level: 'stop' },
  'due-date-missing': { ruleId: 'T-08', level: 'stop' },
  'due-date-early': { ruleId: 'T-08', level: 'stop' },
  'terms-days-unreadable': { ruleId: 'T-08', level: 'stop' },
  'period-reversed': { ruleId: 'BR-29', level: 'stop' },
  'reference-missing': { ruleId: 'PEPPOL-EN16931-R003', level: 'stop' },
  'reference-says-nothing': { ruleId: 'T-10', level: 'stop' },
  'original-missing': { ruleId: 'T-11', level: 'stop' },
  'currency-not-offered': { ruleId: 'T-29', level: 'stop' },
  'lines-missing': { ruleId: 'BR-16', level: 'stop' },
  'item-name-missing': { ruleId: 'BR-25', level: 'stop' },
  'quantity-missing': { ruleId: 'BR-22', level: 'stop' },
  'quantity-unreadable': { ruleId: 'T-14', level: 'stop' },
  'quantity-zero': { ruleId: 'T-14', level: 'stop' },
  'quantity-too-large': { ruleId: 'T-14', level: 'stop' },
  'quantity-decimals': { ruleId: 'T-15', level: 'stop' },
  'unit-missing': { ruleId: 'BR-23', level: 'stop' },
  'price-missing': { ruleId: 'BR-26', level: 'stop' },
  'price-unreadable': { ruleId: 'T-14', level: 'stop' },
  'price-negative': { ruleId: 'BR-27', level: 'stop' },
  'price-too-large': { ruleId: 'T-14', level: 'stop' },
  'price-decimals': { ruleId: 'T-15', level: 'stop' },
  'vat-missing': { ruleId: 'BR-CO-04', level: 'stop' },
  'vat-not-offered': { ruleId: 'T-16', level: 'stop' },
  'seller-vat-number-missing': { ruleId: 'T-19', level: 'stop' },
  'total-negative': { ruleId: 'T-13', level: 'stop' },
  'account-missing': { ruleId: 'T-22', level: 'stop' },
  'bankgiro-faulty': { ruleId: 'T-23', level: 'stop' },
  'plusgiro-faulty': { ruleId: 'T-24', level: 'stop' },
  'iban-faulty': { ruleId: 'T-25', level: 'stop' },
  'company-incomplete': { ruleId: 'T-35', level: 'stop' },
  'buyer-incomplete': { ruleId: 'T-36', level: 'stop' },
} as const satisfies Record<string, { readonly ruleId: string; readonly level: FaultLevel }>

/** A fault's closed code; also the key of its message. */
export type FaultCode = keyof typeof faultRules

/** Where a fault is: `buyerReference`, `lines.<key>.quantity`, `company.seat`, `customer.address.city` … */
export type FieldPath = string

/** One thing that is wrong with a draft, without words: the message is made of code and params. */
export type Fault = {
  readonly ruleId: string
  readonly level: FaultLevel
  readonly field: FieldPath
  /** The line it is about, by its stable key. */
  readonly lineKey?: string
  readonly code: FaultCode
  /** Values for the message; `line` is the row's number as shown, `missing` a field's name. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Makes a fault about a field. */
export function fault(code: FaultCode, field: FieldPath, params: Fault['params'] = {}): Fault {
  return { ...faultRules[code], field, code, params }
}

/** Makes a fault about a cell of a line; `line` is its number as shown. */
export function lineFault(
  code: FaultCode,
  lineKey: string,
  cell: string,
  line: number,
  params: Fault['params'] = {},
): Fault {
  return {
    ...faultRules[code],
    field: `lines.${lineKey}.${cell}`,
    lineKey,
    code,
    params: { line, ...params },
  }
}

/** The faults that stop *Gå vidare*. */
export function stopsOf(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((each) => each.level === 'stop')
}
