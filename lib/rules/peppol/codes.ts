/** Codes that Peppol takes, and how it writes dates: PEPPOL-EN16931-CL001 to CL008 and F001. */
import type { UblElement } from '#lib/ubl/tree.ts'
import { amountNames, type Context, fatal } from '../rule.ts'
import { isDateText, lengthOf, normalizeSpace, someText, textOf } from '../xpath.ts'

/** The codes that the rules take. What a form never offers may be left out of what it judges itself by. */
export type PeppolCodeLists = {
  /** The kinds of an invoice (BT-3). PEPPOL-EN16931-P0100. */
  readonly invoiceTypes: ReadonlySet<string>
  /** The kinds of a credit note (BT-3). PEPPOL-EN16931-P0101. */
  readonly creditNoteTypes: ReadonlySet<string>
  /** MIME types of files (BT-125). PEPPOL-EN16931-CL001. */
  readonly mimeTypes: ReadonlySet<string>
  /** Why there is an allowance (BT-98, BT-140). PEPPOL-EN16931-CL002. */
  readonly allowanceReasons: ReadonlySet<string>
  /** Why there is a charge (BT-105, BT-145). PEPPOL-EN16931-CL003. */
  readonly chargeReasons: ReadonlySet<string>
  /** What decides the day of VAT (BT-8). PEPPOL-EN16931-CL006. */
  readonly vatPointDates: ReadonlySet<string>
  /** Currencies (BT-5, BT-6). PEPPOL-EN16931-CL007. */
  readonly currencies: ReadonlySet<string>
  /** Schemes of electronic addresses (BT-34, BT-49). PEPPOL-EN16931-CL008. */
  readonly addressSchemes: ReadonlySet<string>
}

/** A file in the document (BT-125). */
export function file({ mimeTypes }: PeppolCodeLists): Context {
  return {
    names: ['cbc:EmbeddedDocumentBinaryObject'],
    when: (object) => object.attribute('mimeCode') !== null,
    rules: [
      fatal('PEPPOL-EN16931-CL001', ['BG-24', 'BT-125'], (object) =>
        isAttributeIn(mimeTypes, object, 'mimeCode'),
      ),
    ],
  }
}

/** The reasons of allowances and charges, on prices too. */
export function reasons({ allowanceReasons, chargeReasons }: PeppolCodeLists): readonly Context[] {
  return [
    {
      names: ['cbc:AllowanceChargeReasonCode'],
      when: (code) => isOfKind(code, 'false'),
      rules: [fatal('PEPPOL-EN16931-CL002', ['BT-98', 'BT-140'], (code) => isIn(allowanceReasons, code))],
    },
    {
      names: ['cbc:AllowanceChargeReasonCode'],
      when: (code) => isOfKind(code, 'true'),
      rules: [fatal('PEPPOL-EN16931-CL003', ['BT-105', 'BT-145'], (code) => isIn(chargeReasons, code))],
    },
  ]
}

/** The code of what decides the day of VAT (BT-8). */
export function vatPointDate({ vatPointDates }: PeppolCodeLists): Context {
  return {
    names: ['cbc:DescriptionCode'],
    when: (code) => code.parent?.name === 'cac:InvoicePeriod',
    rules: [fatal('PEPPOL-EN16931-CL006', [], (code) => isIn(vatPointDates, code))],
  }
}

/** Every amount has a currency. */
export function amount({ currencies }: PeppolCodeLists): Context {
  return {
    names: amountNames,
    rules: [
      fatal('PEPPOL-EN16931-CL007', ['BT-5', 'BT-6'], (each) =>
        isAttributeIn(currencies, each, 'currencyID'),
      ),
    ],
  }
}

/** Dates are written as days and nothing more: no zone, no space. */
export const date: Context = {
  names: [
    'cbc:IssueDate',
    'cbc:DueDate',
    'cbc:TaxPointDate',
    'cbc:StartDate',
    'cbc:EndDate',
    'cbc:ActualDeliveryDate',
  ],
  rules: [
    fatal(
      'PEPPOL-EN16931-F001',
      ['BT-2', 'BT-7', 'BT-9', 'BT-26', 'BT-72', 'BT-73', 'BT-74', 'BT-134', 'BT-135'],
      (each) => lengthOf(each.text) === 10 && isDateText(textOf(each)),
    ),
  ],
}

/** An electronic address (BT-34, BT-49) with its scheme. */
export function electronicAddress({ addressSchemes }: PeppolCodeLists): Context {
  return {
    names: ['cbc:EndpointID'],
    when: (address) => address.attribute('schemeID') !== null,
    rules: [
      fatal('PEPPOL-EN16931-CL008', ['BT-34', 'BT-49'], (address) =>
        isAttributeIn(addressSchemes, address, 'schemeID'),
      ),
    ],
  }
}

function isOfKind({ parent }: UblElement, indicator: string): boolean {
  return parent?.name === 'cac:AllowanceCharge' && someText(parent, indicator, 'cbc:ChargeIndicator')
}

function isIn(codes: ReadonlySet<string>, element: UblElement): boolean {
  return codes.has(normalizeSpace(element.text))
}

function isAttributeIn(codes: ReadonlySet<string>, element: UblElement, name: string): boolean {
  const code = element.attribute(name)
  return code !== null && codes.has(code)
}
