import type { Pattern } from '../rule.ts'
import { documentAdjustmentContexts, lineAdjustmentContexts } from './model/allowances-charges.ts'
import { documentContext } from './model/document.ts'
import { itemAttributeContext, itemIdentifierContexts, lineContext } from './model/lines.ts'
import {
  buyerContexts,
  deliveryContext,
  payeeContext,
  representativeContexts,
  sellerContexts,
  vatNumberContext,
} from './model/parties.ts'
import { cardContext, paymentContexts } from './model/payment.ts'
import { periodContexts } from './model/periods.ts'
import { precedingInvoiceContext, supportingDocumentContext } from './model/references.ts'
import { breakdownContext, taxTotalContext, totalsContext } from './model/totals.ts'
import { vatContexts } from './model/vat-entries.ts'

/**
 * The rules of the EN 16931 model, UBL 1.3.16, in their published order. Left out are those that can never fire:
 * BR-CO-05 to BR-CO-08, BR-DEC-13 and BR-DEC-15.
 */
export const modelPattern: Pattern = [
  supportingDocumentContext,
  ...buyerContexts,
  cardContext,
  deliveryContext,
  ...documentAdjustmentContexts,
  totalsContext,
  documentContext,
  lineContext,
  ...lineAdjustmentContexts,
  ...periodContexts,
  itemAttributeContext,
  ...itemIdentifierContexts,
  payeeContext,
  ...paymentContexts,
  precedingInvoiceContext,
  ...sellerContexts,
  ...representativeContexts,
  taxTotalContext,
  breakdownContext,
  vatNumberContext,
  ...vatContexts,
]

/** The model alone. */
export const modelPatterns: readonly Pattern[] = [modelPattern]
