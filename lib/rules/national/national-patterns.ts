import type { Pattern } from '../rule.ts'
import { denmark } from './denmark.ts'
import { germany } from './germany.ts'
import { greekCustomers, greekSuppliers } from './greece.ts'
import { iceland } from './iceland.ts'
import { italy } from './italy.ts'
import { netherlands } from './netherlands.ts'
import { norway } from './norway.ts'

/**
 * The rules of other countries than Sweden in Peppol BIS Billing 3.0.21, in the published order: Sweden's own stand
 * between those of Italy and Greece.
 */
export const nationalPatterns: readonly Pattern[] = [
  norway,
  denmark,
  italy,
  greekSuppliers,
  greekCustomers,
  iceland,
  netherlands,
  germany,
]
