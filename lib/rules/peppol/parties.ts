/** Peppol delivers by electronic addresses: PEPPOL-EN16931-R010 and R020. */
import { type Context, fatal } from '../rule.ts'
import { exists } from '../xpath.ts'

/** The customer (BG-7). */
export const customer: Context = {
  names: ['cac:Party'],
  when: (party) => party.parent?.name === 'cac:AccountingCustomerParty',
  rules: [fatal('PEPPOL-EN16931-R010', ['BG-7', 'BT-49'], (party) => exists(party, 'cbc:EndpointID'))],
}

/** The supplier (BG-4). */
export const supplier: Context = {
  names: ['cac:Party'],
  when: (party) => party.parent?.name === 'cac:AccountingSupplierParty',
  rules: [fatal('PEPPOL-EN16931-R020', ['BG-4', 'BT-34'], (party) => exists(party, 'cbc:EndpointID'))],
}
