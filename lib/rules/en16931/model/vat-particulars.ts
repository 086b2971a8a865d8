import { fatal, type Rule } from '../../rule.ts'
import { lengthOf, one, textOf } from '../../xpath.ts'
import { isInAdjustment, isInItem, type TaxCategory, taxCategoryUses } from './tax-categories.ts'

type Holds = Rule['holds']

const inBreakdown = (code: string) => (use: TaxCategory) =>
  use.place === 'breakdown' && use.vat && use.code === code

/** Where the breakdown has a category (BT-118), the rest has to hold. */
function where(code: string, holds: Holds): Holds {
  return (root, document) => !taxCategoryUses(document).some(inBreakdown(code)) || holds(root, document)
}

/** No VAT category but `O` in these places. One without a code is another. */
function onlyOutside(isThere: (use: TaxCategory) => boolean): Holds {
  return where(
    'O',
    (_, document) => !taxCategoryUses(document).some((use) => use.vat && use.code !== 'O' && isThere(use)),
  )
}

/** Split payment and standard rate, as their codes are written, of any tax scheme. */
const isSplit = ({ written }: TaxCategory) => written === 'B'
const isStandard = ({ written }: TaxCategory) => written === 'S'

/** In the breakdown, in an item, or in an allowance or charge of the document itself. */
function isCharged(use: TaxCategory): boolean {
  return use.place === 'breakdown' || isInItem(use) || (isInAdjustment(use) && use.ofDocument)
}

/** What only one VAT category demands of a document: intra-community supply, outside the scope, split payment. */
export const vatParticularRules: readonly Rule[] = [
  fatal(
    'BR-IC-11',
    ['BG-23', 'BT-118', 'BT-72', 'BG-14'],
    where(
      'K',
      (root) =>
        lengthOf(textOf(one(root, 'cac:Delivery', 'cbc:ActualDeliveryDate'))) > 1 ||
        root.children.some((child) => child.name === 'cac:InvoicePeriod' && child.children.length > 0),
    ),
  ),
  fatal(
    'BR-IC-12',
    ['BG-23', 'BT-118', 'BT-80'],
    where('K', (root) => {
      const country = one(
        root,
        'cac:Delivery',
        'cac:DeliveryLocation',
        'cac:Address',
        'cac:Country',
        'cbc:IdentificationCode',
      )
      return lengthOf(textOf(country)) > 1
    }),
  ),
  fatal(
    'BR-O-11',
    ['BG-23', 'BT-118'],
    onlyOutside(({ place }) => place === 'breakdown'),
  ),
  fatal('BR-O-12', ['BG-23', 'BT-118', 'BG-25', 'BT-151'], onlyOutside(isInItem)),
  fatal(
    'BR-O-13',
    ['BG-23', 'BT-118', 'BG-20', 'BT-95'],
    onlyOutside(({ place }) => place === 'allowance'),
  ),
  fatal(
    'BR-O-14',
    ['BG-23', 'BT-118', 'BG-21', 'BT-102'],
    onlyOutside(({ place }) => place === 'charge'),
  ),
  fatal(
    'BR-B-01',
    ['BT-151', 'BT-95', 'BT-102'],
    (_, document) =>
      !taxCategoryUses(document).some(isSplit) ||
      document.named('cbc:IdentificationCode').every((code) => textOf(code) === 'IT'),
  ),
  fatal('BR-B-02', ['BG-25', 'BG-20', 'BG-21', 'BT-151', 'BT-95', 'BT-118', 'BT-102'], (_, document) => {
    const uses = taxCategoryUses(document).filter(isCharged)
    return !uses.some(isSplit) || !uses.some(isStandard)
  }),
]
