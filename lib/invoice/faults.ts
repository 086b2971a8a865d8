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
  'electronic-address-gone': { ruleId: 'T-03', level: 'stop' },
  'buyer-vat-number-missing': { ruleId: 'T-17', level: 'stop' },
  'buyer-vat-number-faulty': { ruleId: 'BR-CO-09', level: 'stop' },
  'invoice-number-missing': { ruleId: 'BR-02', level: 'stop' },
  'invoice-number-kept': { ruleId: 'T-04', level: 'stop' },
  'invoice-number-taken': { ruleId: 'T-04', level: 'stop' },
  'invoice-number-skips': { ruleId: 'T-05', level: 'warn' },
  'invoice-number-characters': { ruleId: 'T-06', level: 'stop' },
  'issue-date-missing': { ruleId: 'BR-03', level: 'stop' },
  'issue-date-far': { ruleId: 'T-09', level: 'warn' },
  'date-unreadable': { ruleId: 'T-07', level: 'stop' },
  'due-date-missing': { ruleId: 'T-08', level: 'stop' },
  'due-date-early': { ruleId: 'T-08', level: 'stop' },
  'terms-days-unreadable': { ruleId: 'T-08', level: 'stop' },
  'terms-text-differs': { ruleId: 'T-37', level: 'warn' },
  'period-reversed': { ruleId: 'BR-29', level: 'stop' },
  'delivery-date-missing': { ruleId: 'BR-IC-11', level: 'stop' },
  'delivery-country-missing': { ruleId: 'BR-IC-12', level: 'stop' },
  'note-code': { ruleId: 'BR-CL-08', level: 'stop' },
  'delivery-country-unknown': { ruleId: 'BR-57', level: 'stop' },
  'location-faulty': { ruleId: 'T-34', level: 'stop' },
  'reference-missing': { ruleId: 'PEPPOL-EN16931-R003', level: 'stop' },
  'reference-says-nothing': { ruleId: 'T-10', level: 'stop' },
  'original-missing': { ruleId: 'T-11', level: 'stop' },
  'original-date-missing': { ruleId: 'T-11', level: 'stop' },
  'credit-too-large': { ruleId: 'T-12', level: 'stop' },
  'credit-below-zero': { ruleId: 'T-13', level: 'stop' },
  'currency-unknown': { ruleId: 'BR-CL-04', level: 'stop' },
  'exchange-rate-missing': { ruleId: 'T-29', level: 'stop' },
  'exchange-rate-unreadable': { ruleId: 'T-14', level: 'stop' },
  'exchange-rate-decimals': { ruleId: 'T-15', level: 'stop' },
  'lines-missing': { ruleId: 'BR-16', level: 'stop' },
  'item-name-missing': { ruleId: 'BR-25', level: 'stop' },
  'quantity-missing': { ruleId: 'BR-22', level: 'stop' },
  'quantity-unreadable': { ruleId: 'T-14', level: 'stop' },
  'quantity-zero': { ruleId: 'T-14', level: 'stop' },
  'quantity-too-large': { ruleId: 'T-14', level: 'stop' },
  'quantity-decimals': { ruleId: 'T-15', level: 'stop' },
  'unit-missing': { ruleId: 'BR-23', level: 'stop' },
  'unit-not-offered': { ruleId: 'BR-CL-23', level: 'stop' },
  'price-missing': { ruleId: 'BR-26', level: 'stop' },
  'price-unreadable': { ruleId: 'T-14', level: 'stop' },
  'price-negative': { ruleId: 'BR-27', level: 'stop' },
  'price-too-large': { ruleId: 'T-14', level: 'stop' },
  'price-decimals': { ruleId: 'T-15', level: 'stop' },
  'list-price-missing': { ruleId: 'T-14', level: 'stop' },
  'list-price-unreadable': { ruleId: 'T-14', level: 'stop' },
  'list-price-negative': { ruleId: 'BR-28', level: 'stop' },
  'list-price-decimals': { ruleId: 'T-15', level: 'stop' },
  'list-price-low': { ruleId: 'BR-27', level: 'stop' },
  'base-quantity-unreadable': { ruleId: 'PEPPOL-EN16931-R121', level: 'stop' },
  'base-quantity-decimals': { ruleId: 'T-15', level: 'stop' },
  'vat-missing': { ruleId: 'BR-CO-04', level: 'stop' },
  'vat-reason-missing': { ruleId: 'T-16', level: 'stop' },
  'vat-not-offered': { ruleId: 'SE-R-006', level: 'stop' },
  'vat-company-registered': { ruleId: 'T-19', level: 'stop' },
  'vat-company-unregistered': { ruleId: 'T-19', level: 'stop' },
  'vat-needs-swedish-buyer': { ruleId: 'T-18', level: 'stop' },
  'vat-needs-eu-buyer': { ruleId: 'T-18', level: 'stop' },
  'vat-needs-outside-buyer': { ruleId: 'T-18', level: 'stop' },
  'vat-needs-export-delivery': { ruleId: 'T-18', level: 'warn' },
  'vat-date-assumed': { ruleId: 'T-20', level: 'warn' },
  'exemption-reason-missing': { ruleId: 'T-21', level: 'stop' },
  'seller-vat-number-missing': { ruleId: 'T-19', level: 'stop' },
  'gtin-faulty': { ruleId: 'T-34', level: 'stop' },
  'classification-list-missing': { ruleId: 'BR-65', level: 'stop' },
  'origin-country-unknown': { ruleId: 'BR-CL-15', level: 'stop' },
  'attribute-name-missing': { ruleId: 'BR-54', level: 'stop' },
  'attribute-value-missing': { ruleId: 'BR-54', level: 'stop' },
  'line-date-unreadable': { ruleId: 'T-07', level: 'stop' },
  'line-period-reversed': { ruleId: 'BR-30', level: 'stop' },
  'line-period-starts-early': { ruleId: 'PEPPOL-EN16931-R110', level: 'stop' },
  'line-period-ends-late': { ruleId: 'PEPPOL-EN16931-R111', level: 'stop' },
  'adjustment-value-missing': { ruleId: 'BR-31', level: 'stop' },
  'adjustment-unreadable': { ruleId: 'T-14', level: 'stop' },
  'adjustment-negative': { ruleId: 'T-14', level: 'stop' },
  'adjustment-too-large': { ruleId: 'T-14', level: 'stop' },
  'adjustment-percent': { ruleId: 'T-14', level: 'stop' },
  'adjustment-decimals': { ruleId: 'T-15', level: 'stop' },
  'adjustment-reason-missing': { ruleId: 'BR-CO-21', level: 'stop' },
  'adjustment-vat-missing': { ruleId: 'BR-32', level: 'stop' },
  'paid-amount-unreadable': { ruleId: 'T-14', level: 'stop' },
  'paid-amount-negative': { ruleId: 'T-14', level: 'stop' },
  'paid-amount-decimals': { ruleId: 'T-15', level: 'stop' },
  'paid-amount-exceeds': { ruleId: 'T-38', level: 'warn' },
  'total-negative': { ruleId: 'T-13', level: 'stop' },
  'account-missing': { ruleId: 'T-22', level: 'stop' },
  'account-kronor-only': { ruleId: 'T-30', level: 'warn' },
  'bankgiro-faulty': { ruleId: 'T-23', level: 'stop' },
  'plusgiro-faulty': { ruleId: 'T-24', level: 'stop' },
  'iban-faulty': { ruleId: 'T-25', level: 'stop' },
  'bic-faulty': { ruleId: 'T-26', level: 'stop' },
  'payment-reference-missing': { ruleId: 'T-27', level: 'stop' },
  'ocr-characters': { ruleId: 'T-27', level: 'stop' },
  'ocr-check-digit': { ruleId: 'T-27', level: 'stop' },
  'ocr-length': { ruleId: 'T-28', level: 'stop' },
  'ocr-length-digit': { ruleId: 'T-28', level: 'stop' },
  'ocr-number-long': { ruleId: 'T-28', level: 'stop' },
  'company-incomplete': { ruleId: 'T-35', level: 'stop' },
  'buyer-incomplete': { ruleId: 'T-36', level: 'stop' },
  'demand-missing': { ruleId: 'PROF-01', level: 'stop' },
  'demand-any-missing': { ruleId: 'PROF-01', level: 'stop' },
  'demand-advised': { ruleId: 'PROF-01', level: 'warn' },
  'demand-shape': { ruleId: 'PROF-02', level: 'stop' },
  'demand-shape-advised': { ruleId: 'PROF-02', level: 'warn' },
  'demand-fixed': { ruleId: 'PROF-02', level: 'stop' },
  'demand-fixed-advised': { ruleId: 'PROF-02', level: 'warn' },
  'demand-file-missing': { ruleId: 'PROF-03', level: 'stop' },
  'demand-files-many': { ruleId: 'PROF-04', level: 'stop' },
  'demand-files-large': { ruleId: 'PROF-04', level: 'stop' },
  'demand-lines-many': { ruleId: 'PROF-04', level: 'stop' },
  'demand-note-long': { ruleId: 'PROF-04', level: 'stop' },
  'demand-kind': { ruleId: 'PROF-05', level: 'stop' },
  'demand-currency': { ruleId: 'PROF-05', level: 'stop' },
  'demand-days': { ruleId: 'PROF-06', level: 'warn' },
  /** A published rule that nothing above foresaw; `params.rule` is its id. */
  'rule-broken': { ruleId: '', level: 'stop' },
  /** The same of a rule that only warns. */
  'rule-doubted': { ruleId: '', level: 'warn' },
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

/** Makes a fault of a published rule that the written document breaks. */
export function ruleFault(ruleId: string, field: FieldPath): Fault {
  return { ruleId, level: 'stop', field, code: 'rule-broken', params: { rule: ruleId } }
}

/** The faults that stop *Gå vidare*. */
export function stopsOf(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((each) => each.level === 'stop')
}
