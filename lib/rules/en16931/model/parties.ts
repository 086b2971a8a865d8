import type { UblElement } from '#lib/ubl/tree.ts'
import { askedOnceOf } from '../../asked-once.ts'
import { type Context, fatal, type Rule } from '../../rule.ts'
import { exists, find, one, textOf } from '../../xpath.ts'
import { has, hasAttribute, hasVatNumber, inside, isVat, says } from './places.ts'

const inBuyer = inside('cac:AccountingCustomerParty', 'cac:Party')
const inSeller = inside('cac:AccountingSupplierParty', 'cac:Party')
const country = says('cac:Country', 'cbc:IdentificationCode')

/** The buyer's electronic address (BT-49) and postal address (BG-8). */
export const buyerContexts: readonly Context[] = [
  {
    names: ['cbc:EndpointID'],
    when: inBuyer,
    rules: [fatal('BR-63', ['BT-49', 'BG-7'], hasAttribute('schemeID'))],
  },
  { names: ['cac:PostalAddress'], when: inBuyer, rules: [fatal('BR-11', ['BT-55', 'BG-8'], country)] },
]

/** An address that is delivered to (BG-15). */
export const deliveryContext: Context = {
  names: ['cac:Address'],
  when: inside('cac:Delivery', 'cac:DeliveryLocation'),
  rules: [fatal('BR-57', ['BG-15', 'BT-80'], has('cac:Country', 'cbc:IdentificationCode'))],
}

/** Tells whether a text at a path of the payee is one at the same path of the seller, to the letter. */
function sharedWithSeller(...path: readonly string[]): Rule['holds'] {
  const sellerTexts = askedOnceOf(
    (parent) => new Set(find(parent, 'cac:AccountingSupplierParty', 'cac:Party', ...path).map(textOf)),
  )
  return (payee, document) => {
    const texts = payee.parent === null ? new Set() : sellerTexts(payee.parent, document)
    return find(payee, ...path).some((each) => texts.has(textOf(each)))
  }
}

const isSellerName = sharedWithSeller('cac:PartyName', 'cbc:Name')
const isSellerId = sharedWithSeller('cac:PartyIdentification', 'cbc:ID')

/** Who is paid (BG-10), who has to be somebody else than the seller. */
export const payeeContext: Context = {
  names: ['cac:PayeeParty'],
  rules: [
    fatal(
      'BR-17',
      ['BT-59', 'BG-10', 'BG-4'],
      (payee, document) =>
        exists(payee, 'cac:PartyName', 'cbc:Name') &&
        !isSellerName(payee, document) &&
        !isSellerId(payee, document),
    ),
  ],
}

/** The seller (BG-4), its electronic address (BT-34) and its postal address (BG-5). */
export const sellerContexts: readonly Context[] = [
  {
    names: ['cac:AccountingSupplierParty'],
    rules: [
      fatal('BR-CO-26', ['BT-29', 'BT-30', 'BT-31', 'BG-4'], (seller) =>
        find(seller, 'cac:Party').some(
          (party) =>
            hasVatNumber(party) ||
            find(party, 'cac:PartyIdentification', 'cbc:ID').some(isSellerIdentifier) ||
            exists(party, 'cac:PartyLegalEntity', 'cbc:CompanyID'),
        ),
      ),
    ],
  },
  {
    names: ['cbc:EndpointID'],
    when: inSeller,
    rules: [fatal('BR-62', ['BT-34', 'BG-4'], hasAttribute('schemeID'))],
  },
  { names: ['cac:PostalAddress'], when: inSeller, rules: [fatal('BR-09', ['BG-5', 'BT-40'], country)] },
]

/** A creditor's identifier given by a bank (BT-90) stands in the same place. */
function isSellerIdentifier(id: UblElement): boolean {
  return id.attribute('schemeID') !== 'SEPA'
}

/** The seller's tax representative (BG-11) and its address (BG-12). */
export const representativeContexts: readonly Context[] = [
  {
    names: ['cac:TaxRepresentativeParty'],
    rules: [
      fatal('BR-18', ['BT-62', 'BG-4', 'BG-11'], says('cac:PartyName', 'cbc:Name')),
      fatal('BR-19', ['BG-12', 'BG-4', 'BG-11'], has('cac:PostalAddress')),
      fatal('BR-56', ['BG-11', 'BT-63'], hasVatNumber),
    ],
  },
  {
    names: ['cac:PostalAddress'],
    when: inside('cac:TaxRepresentativeParty'),
    rules: [fatal('BR-20', ['BG-12', 'BT-69', 'BG-4', 'BG-11'], country)],
  },
]

/** What a VAT number may begin with: a country (ISO 3166-1, with 1A and XI), or EL for Greece. */
const vatPrefixes =
  ' 1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH EL ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW '

/** A party's registration for VAT. Its number is sought in one text, so that a single letter or none is found too. */
export const vatNumberContext: Context = {
  names: ['cac:PartyTaxScheme'],
  when: isVat,
  rules: [
    fatal('BR-CO-09', ['BT-31', 'BT-63', 'BT-48'], (registration) => {
      const start = [...textOf(one(registration, 'cbc:CompanyID')).slice(0, 4)].slice(0, 2).join('')
      return vatPrefixes.includes(start)
    }),
  ],
}
