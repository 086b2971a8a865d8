import { askedOnceOf } from '../../asked-once.ts'
import { type Context, fatal, warning } from '../../rule.ts'
import { exists, lengthOf, normalText, one, someText } from '../../xpath.ts'
import { has, inside, says } from './places.ts'

/** The codes of a credit transfer (UNCL 4461) that demand an account. */
const transferCodes: readonly string[] = ['30', '58']

const isTransfer = askedOnceOf((means) =>
  transferCodes.some((code) => someText(means, code, 'cbc:PaymentMeansCode')),
)

/** The number of a payment card (BT-87): at most the ten digits that may be shown. */
export const cardContext: Context = {
  names: ['cbc:PrimaryAccountNumberID'],
  when: inside('cac:PaymentMeans', 'cac:CardAccount'),
  rules: [warning('BR-51', ['BT-87'], (number) => lengthOf(normalText(number)) <= 10)],
}

/** The account of a credit transfer (BG-17), and the payment instructions (BG-16). */
export const paymentContexts: readonly Context[] = [
  {
    names: ['cac:PayeeFinancialAccount'],
    when: ({ parent }, document) =>
      parent !== null && parent.name === 'cac:PaymentMeans' && isTransfer(parent, document),
    rules: [fatal('BR-50', ['BT-84', 'BG-17', 'BG-16'], says('cbc:ID'))],
  },
  {
    names: ['cac:PaymentMeans'],
    rules: [
      fatal('BR-49', ['BG-16', 'BT-81'], has('cbc:PaymentMeansCode')),
      fatal('BR-61', ['BT-81', 'BT-84', 'BG-16', 'BG-17'], (means) => {
        const code = normalText(one(means, 'cbc:PaymentMeansCode'))
        return !transferCodes.includes(code) || exists(means, 'cac:PayeeFinancialAccount', 'cbc:ID')
      }),
    ],
  },
]
