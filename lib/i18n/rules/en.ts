import type { sv as source } from './sv.ts'

// What a rule that only a fault of ours can break ends with: the sentence before says what is wrong.
const ours = 'The fault is ours: try again, or contact support.'
const missed = 'We left it out: try again, or contact support.'
const miscounted = 'We got the sum wrong: hold the invoice and contact support.'
const rechoose = 'The fault is ours: choose once more, or contact support.'

const decimals = (what: string) =>
  `${what} has more than two decimals. We rounded it wrongly: contact support.`

// The families of VAT: one sentence each, said of the choices a person makes.
const ownNumber = (when: string) =>
  `Add your VAT number under Company details: it is needed when ${when}. Or untick that the company is registered for VAT.`
const bothNumbers = (when: string) =>
  `Fill in Buyer’s VAT number, and your own under Company details. Both are needed when ${when}.`
const noNumbers = (where: string) =>
  `Choose another reason for 0% ${where}: this one does not go with VAT numbers on the invoice`
const alone = (what: string) =>
  `Put what is outside VAT on an invoice of its own, or choose another reason: ${what} has other VAT`
const noReason = (kind: string) => `Choose why VAT is 0%: the reason for ${kind} is missing`
const wrongReason = (kind: string) =>
  `Choose again why VAT is 0%: ${kind} does not go with the VAT that is chosen`
const aRate = (where: string) => `Choose 25, 12 or 6% ${where}, or choose why VAT is 0%`
const noGroup = (kind: string) => `The VAT summary has no entry for ${kind}, or has several. ${ours}`
const wrongBase = (kind: string) =>
  `The amount before VAT for ${kind} does not match the lines, discounts and charges. ${miscounted}`
const taxed = (kind: string) => `The VAT on ${kind} is not zero. ${miscounted}`
const notZero = (what: string) => `${what}, but its VAT rate is not 0%. ${ours}`
const rated = (what: string) => `${what} is outside VAT, but has a VAT rate. ${ours}`

const allowanceReason = 'Say what the discount is for'
const chargeReason = 'Say what the charge is for'
const discountReason = 'Say what the discount on the line is for'
const lineChargeReason = 'Say what the charge on the line is for'
const fileType = 'Save the attachment as PDF and choose it again. This kind of file cannot be sent.'
const addressKind = 'Choose another e-invoice address: Peppol does not use this kind'
const amountCurrency = `An amount has a currency that does not exist. ${rechoose}`
const allowanceList = `The reason for a discount is not in the list. ${rechoose}`
const chargeList = `The reason for a charge is not in the list. ${rechoose}`

/**
 * What is wrong and what to do, by published rule id: every rule that an invoice of ours can break
 * (lib/rules/rule-fields.ts), in our own words. Said at the field, so a line is "the line". English.
 */
export const en = {
  // Document and references.
  'BR-01': `The invoice does not say which standard it follows. ${missed}`,
  'PEPPOL-EN16931-R004': `The invoice names the wrong standard. ${ours}`,
  'PEPPOL-EN16931-R001': `The invoice does not say how Peppol is to handle it. ${missed}`,
  'PEPPOL-EN16931-R007': `The invoice is wrong about how Peppol is to handle it. ${ours}`,
  'BR-02': 'Enter an invoice number',
  'BR-03': 'Enter an invoice date',
  'PEPPOL-EN16931-F001': `A date is not written as year, month and day. ${ours}`,
  'BR-04': `It is not clear whether this is an invoice or a credit note. ${missed}`,
  'BR-CL-01': `The kind, invoice or credit note, is written wrongly. ${rechoose}`,
  'PEPPOL-EN16931-P0100': `The invoice is marked as another kind of document. ${rechoose}`,
  'PEPPOL-EN16931-P0101': `The credit note is marked as another kind of document. ${rechoose}`,
  'PEPPOL-EN16931-P0112': 'Choose invoice or credit note: this kind is used between German companies only',
  'BR-05': `The currency of the invoice is missing. ${missed}`,
  'BR-CL-03': amountCurrency,
  'PEPPOL-EN16931-CL007': amountCurrency,
  'BR-CL-04': `The currency of the invoice is not in the list of currencies. ${rechoose}`,
  'PEPPOL-EN16931-R051': `An amount is in another currency than the invoice. ${ours}`,
  'PEPPOL-EN16931-R005':
    'Check Currency: VAT is stated in your accounting currency only when the invoice is in another one',
  'PEPPOL-EN16931-R002': `Message on the invoice is there more than once. ${ours}`,
  'PEPPOL-EN16931-R003': 'Enter Your reference or an order number. The recipient needs one of them.',
  'PEPPOL-EN16931-R008': `Something in the invoice is empty and should have been left out. ${ours}`,
  'BR-55': 'Choose the invoice being credited',
  'UBL-SR-07': `The number of the credited invoice is missing. ${missed}`,
  'UBL-SR-43': `An attachment has a mark that only an invoiced object should have. ${ours}`,

  // You and the recipient.
  'BR-06': 'Enter your legal name under Company details',
  'BR-07': 'Check the recipient’s details: the name is missing',
  'BR-08': `Your address is missing on the invoice. ${missed}`,
  'BR-09': 'Choose the country of your address under Company details',
  'BR-10': `The recipient’s address is missing on the invoice. ${missed}`,
  'BR-11': 'Check the recipient’s address: the country is missing',
  'BR-CL-14': `The country of an address is not in the list of countries. ${rechoose}`,
  'BR-CO-09': 'Begin the VAT number with the two letters of its country, for example SE, or EL for Greece',
  'BR-CO-26': 'Fill in organisation number, VAT number or GLN under Company details',
  'PEPPOL-EN16931-R010': 'Choose another recipient, or wait: this one has no e-invoice address yet',
  'PEPPOL-EN16931-R020':
    'Fill in organisation number or GLN under Company details: it becomes your e-invoice address',
  'BR-62': `Your e-invoice address does not say what kind of address it is. ${missed}`,
  'BR-63': `The recipient’s e-invoice address does not say what kind of address it is. ${missed}`,
  'BR-CL-25': addressKind,
  'PEPPOL-EN16931-CL008': addressKind,
  'BR-CL-10': `An identifier of you or the buyer is of a kind that does not exist. ${ours}`,
  'BR-CL-11': `An organisation number is marked as a kind that does not exist. ${ours}`,
  'UBL-SR-42': `Your VAT number and F-tax are on the invoice too many times. ${ours}`,
  'UBL-SR-53': `A VAT number or the words about F-tax were begun but left empty. ${ours}`,
  'SE-R-001': 'Write the VAT number as SE, ten digits and 01',
  'SE-R-002': 'Write only digits after SE in the VAT number',
  'SE-R-003': 'Write the organisation number with digits only',
  'SE-R-004': 'Write the organisation number with ten digits, for example 559999-0008',
  'SE-R-005': `The words Godkänd för F-skatt are misspelt on the invoice. ${ours}`,
  'SE-R-013': 'Check the organisation number: the check digit does not fit',
  'PEPPOL-COMMON-R040': 'Check the GLN: 13 digits and the right check digit',
  'PEPPOL-COMMON-R041': 'Check the Norwegian organisation number: nine digits and the right check digit',
  'PEPPOL-COMMON-R042': 'Check the Danish CVR number: eight digits',
  'PEPPOL-COMMON-R043': 'Check the Belgian company number: ten digits and the right check digits',
  'PEPPOL-COMMON-R044': 'Check the Italian IPA code: six letters or digits',
  'PEPPOL-COMMON-R045': 'Check the Italian tax number Codice Fiscale: 11 or 16 characters',
  'PEPPOL-COMMON-R046': 'Check the e-invoice address: an Italian Codice Fiscale has 11 or 16 characters',
  'PEPPOL-COMMON-R047': 'Check the Italian VAT number: IT, eleven digits and the right check digit',
  'PEPPOL-COMMON-R049': 'Check the organisation number: ten digits and the right check digit',
  'PEPPOL-COMMON-R050': 'Check the Australian business number: eleven digits and the right check digits',
  'PEPPOL-COMMON-R052': 'Check the Danish P number: ten digits',
  'PEPPOL-COMMON-R053': 'Check the Danish SE number: DK and eight digits',
  'PEPPOL-COMMON-R054': 'Check the Dutch KVK number: eight digits',
  'PEPPOL-COMMON-R055': 'Check the Dutch OIN number: twenty digits',
  'PEPPOL-COMMON-R056-1': 'Check the e-invoice address: a Dutch VAT number looks like NL123456789B12',
  'PEPPOL-COMMON-R056-2': 'Write the Dutch VAT number like this: NL123456789B12',
  'PEPPOL-COMMON-R057': 'Check the Dutch vestigingsnummer: twelve digits',

  // Delivery and period.
  'BR-57': 'Choose the country of the delivery address',
  'BR-29': 'Change the period: it ends before its first day',
  'BR-CO-19': `The period of the invoice has neither a first nor a last day. ${ours}`,
  'BR-30': 'Change the line’s period: it ends before its first day',
  'BR-CO-20': `The line’s period has neither a first nor a last day. ${ours}`,
  'PEPPOL-EN16931-R110': 'Keep the line’s period within the invoice’s: it starts too early',
  'PEPPOL-EN16931-R111': 'Keep the line’s period within the invoice’s: it ends too late',

  // Payment.
  'BR-49': `The payment method is missing on the invoice. ${missed}`,
  'BR-50': 'Check the account under Pay to: its number is missing',
  'BR-51': 'Shorten the card number: only its first six and last four digits may show on the invoice',
  'BR-61': 'Choose the account to pay to',
  'BR-CL-16': `The invoice has a payment method that does not exist. ${rechoose}`,
  'UBL-SR-44': 'Use the same payment reference for every account on the invoice',
  'UBL-SR-46': `The payment method is named on the invoice more than once. ${ours}`,
  'UBL-SR-47': 'Choose accounts that are paid in the same way, or just one of them',
  'SE-R-007': 'Write the plusgiro with digits only',
  'SE-R-008': 'Write the bankgiro with digits only',
  'SE-R-009': 'Write the bankgiro with 7 or 8 digits, for example 5050-1055',
  'SE-R-010': 'Write the plusgiro with 2 to 8 digits, for example 40 02 02-8',
  'SE-R-011': `The bankgiro or plusgiro is marked in an old way. ${ours}`,
  'SE-R-012': `The payment method is not the one used within Sweden. ${ours}`,

  // Lines.
  'BR-16': 'Add at least one line',
  'BR-21': `The line has no number. ${missed}`,
  'BR-22': 'Enter a quantity on the line',
  'BR-23': 'Choose a unit on the line',
  'BR-24': `The line has no sum. ${missed}`,
  'BR-25': 'Enter a description on the line: what you are charging for',
  'BR-26': 'Enter a price on the line',
  'BR-27': 'Write the price on the line without minus and put the minus on the quantity',
  'BR-28': 'Write the list price on the line without minus',
  'BR-CL-23': `The unit on the line is not in the list of units. ${rechoose}`,
  'BR-64': 'Check the GTIN on the line: it does not say what kind of number it is',
  'BR-CL-21': `The GTIN on the line is marked as a kind of number that does not exist. ${ours}`,
  'BR-65': 'Choose which list the commodity code on the line is from',
  'BR-CL-13': `The commodity code on the line is from a list that does not exist. ${rechoose}`,
  'PEPPOL-EN16931-R044': `The price cut on the line has become an increase. ${ours}`,
  'PEPPOL-EN16931-R046': 'Check the price on the line: it is not the list price minus the price cut',
  'PEPPOL-EN16931-R120': `The line’s sum does not match quantity, price, discount and charge. ${miscounted}`,
  'PEPPOL-EN16931-R121': 'Write a number above zero in Price per on the line',
  'PEPPOL-EN16931-R130': `Price per has another unit than the quantity on the line. ${ours}`,

  // Discounts and charges, of the whole invoice and of a line.
  'BR-31': `The discount has no amount. ${missed}`,
  'BR-32': `The discount has no VAT. ${missed}`,
  'BR-33': allowanceReason,
  'BR-CO-21': allowanceReason,
  'BR-36': `The charge has no amount. ${missed}`,
  'BR-37': `The charge has no VAT. ${missed}`,
  'BR-38': chargeReason,
  'BR-CO-22': chargeReason,
  'BR-41': `The discount on the line has no amount. ${missed}`,
  'BR-42': discountReason,
  'BR-CO-23': discountReason,
  'BR-43': `The charge on the line has no amount. ${missed}`,
  'BR-44': lineChargeReason,
  'BR-CO-24': lineChargeReason,
  'BR-CL-19': allowanceList,
  'PEPPOL-EN16931-CL002': allowanceList,
  'BR-CL-20': chargeList,
  'PEPPOL-EN16931-CL003': chargeList,
  'PEPPOL-EN16931-R040': 'Check the discount or charge: the amount does not match the percentage',
  'PEPPOL-EN16931-R041': 'Enter the discount or charge again: it does not say what the percentage is of',
  'PEPPOL-EN16931-R042': 'Enter the discount or charge again: the percentage is missing',
  'PEPPOL-EN16931-R043': `It is not clear whether this is a discount or a charge. ${rechoose}`,

  // Attachments.
  'BR-52': 'Remove the attachment and choose the file again: its number is missing',
  'BR-CL-24': fileType,
  'PEPPOL-EN16931-CL001': fileType,
  'UBL-DT-06': `The attachment does not say what kind of file it is. ${missed}`,
  'UBL-DT-07': `The attachment has no file name. ${missed}`,

  // Sums.
  'BR-12': `Sum of lines is missing on the invoice. ${missed}`,
  'BR-13': `Total excl. VAT is missing on the invoice. ${missed}`,
  'BR-14': `Total incl. VAT is missing on the invoice. ${missed}`,
  'BR-15': `Amount due is missing on the invoice. ${missed}`,
  'BR-CO-10': `Sum of lines does not match the lines. ${miscounted}`,
  'BR-CO-11': `The sum of discounts does not match the discounts. ${miscounted}`,
  'BR-CO-12': `The sum of charges does not match the charges. ${miscounted}`,
  'BR-CO-13': `Total excl. VAT does not match the lines, discounts and charges. ${miscounted}`,
  'BR-CO-14': `Total VAT does not match the VAT of each rate. ${miscounted}`,
  'BR-CO-15': `Total incl. VAT is not Total excl. VAT plus Total VAT. ${miscounted}`,
  'BR-CO-16': `Amount due does not match the total, Already paid and Rounding. ${miscounted}`,
  'BR-CO-17': `The VAT does not match its rate and the amount before VAT. ${miscounted}`,
  'BR-CO-18': `The VAT summary is missing on the invoice. ${missed}`,
  'BR-45': `The VAT summary lacks an amount before VAT. ${missed}`,
  'BR-46': `The VAT summary lacks the VAT of one of its entries. ${missed}`,
  'BR-47': `The VAT summary does not say what kind of VAT it is. ${missed}`,
  'BR-48': `The VAT summary lacks a VAT rate. ${missed}`,
  'BR-53': `The VAT in your accounting currency is missing on the invoice. ${missed}`,
  'PEPPOL-EN16931-R053': `The VAT summary is missing, or is there more than once. ${ours}`,
  'PEPPOL-EN16931-R054': `The VAT in your accounting currency is missing, or is there too many times. ${ours}`,
  'PEPPOL-EN16931-R055': `The VAT is plus in one currency and minus in the other. ${miscounted}`,
  'UBL-DT-01': decimals('An amount'),
  'BR-DEC-01': decimals('The discount'),
  'BR-DEC-02': decimals('The amount the discount is taken from'),
  'BR-DEC-05': decimals('The charge'),
  'BR-DEC-06': decimals('The amount the charge is a share of'),
  'BR-DEC-09': decimals('Sum of lines'),
  'BR-DEC-10': decimals('The sum of discounts'),
  'BR-DEC-11': decimals('The sum of charges'),
  'BR-DEC-12': decimals('Total excl. VAT'),
  'BR-DEC-13': decimals('Total VAT'),
  'BR-DEC-14': decimals('Total incl. VAT'),
  'BR-DEC-15': decimals('The VAT in your accounting currency'),
  'BR-DEC-16': decimals('Already paid'),
  'BR-DEC-17': decimals('Rounding'),
  'BR-DEC-18': decimals('Amount due'),
  'BR-DEC-19': decimals('An amount before VAT in the VAT summary'),
  'BR-DEC-20': decimals('The VAT in the VAT summary'),
  'BR-DEC-23': decimals('The line’s sum'),
  'BR-DEC-24': decimals('The discount on the line'),
  'BR-DEC-25': decimals('The amount the line’s discount is taken from'),
  'BR-DEC-27': decimals('The charge on the line'),
  'BR-DEC-28': decimals('The amount the line’s charge is a share of'),

  // VAT, whatever kind it is.
  'BR-CO-04': 'Choose VAT on the line',
  'UBL-SR-48': `The line has no VAT, or more than one. ${rechoose}`,
  'BR-CL-17': `The invoice has a kind of VAT that does not exist. ${rechoose}`,
  'BR-CL-18': `The line has a kind of VAT that does not exist. ${rechoose}`,
  'BR-CL-22': 'Choose again why VAT is 0%: the reason is not in the list',
  'SE-R-006': 'Choose 25, 12 or 6% VAT. No other VAT rates are used in Sweden.',
  'PEPPOL-EN16931-P0104': wrongReason('export'),
  'PEPPOL-EN16931-P0105': wrongReason('a sale outside VAT'),
  'PEPPOL-EN16931-P0106': wrongReason('an EU sale'),
  'PEPPOL-EN16931-P0107': wrongReason('reverse charge'),
  'PEPPOL-EN16931-P0108': wrongReason('a second-hand vehicle from another EU country'),
  'PEPPOL-EN16931-P0109': wrongReason('a second-hand sale (margin scheme)'),
  'PEPPOL-EN16931-P0110': wrongReason('a work of art (margin scheme)'),
  'PEPPOL-EN16931-P0111': wrongReason('a collectors’ item or antique (margin scheme)'),

  // 25, 12 and 6 %.
  'BR-S-01': `The VAT summary has no entry for 25, 12 or 6% VAT. ${ours}`,
  'BR-S-02': ownNumber('a line has VAT'),
  'BR-S-03': ownNumber('a discount has VAT'),
  'BR-S-04': ownNumber('a charge has VAT'),
  'BR-S-05': aRate('on the line'),
  'BR-S-06': aRate('for the discount'),
  'BR-S-07': aRate('for the charge'),
  'BR-S-08': wrongBase('a VAT rate'),
  'BR-S-09': `The VAT is not the right percentage of the amount before VAT. ${miscounted}`,
  'BR-S-10': `A reason for 0% is given for a sale that has VAT. ${ours}`,

  // Zero rate.
  'BR-Z-01': noGroup('zero-rated sales'),
  'BR-Z-02': ownNumber('a line is zero-rated'),
  'BR-Z-03': ownNumber('a discount is zero-rated'),
  'BR-Z-04': ownNumber('a charge is zero-rated'),
  'BR-Z-05': notZero('The line is zero-rated'),
  'BR-Z-06': notZero('The discount is zero-rated'),
  'BR-Z-07': notZero('The charge is zero-rated'),
  'BR-Z-08': wrongBase('zero-rated sales'),
  'BR-Z-09': taxed('zero-rated sales'),
  'BR-Z-10': `A reason for 0% is given for a zero-rated sale, which should have none. ${ours}`,

  // Exempt.
  'BR-E-01': noGroup('exempt sales'),
  'BR-E-02': ownNumber('a line is exempt from VAT'),
  'BR-E-03': ownNumber('a discount is exempt from VAT'),
  'BR-E-04': ownNumber('a charge is exempt from VAT'),
  'BR-E-05': notZero('The line is exempt from VAT'),
  'BR-E-06': notZero('The discount is exempt from VAT'),
  'BR-E-07': notZero('The charge is exempt from VAT'),
  'BR-E-08': wrongBase('exempt sales'),
  'BR-E-09': taxed('exempt sales'),
  'BR-E-10': 'Say why the sale is exempt from VAT',

  // Reverse charge.
  'BR-AE-01': noGroup('reverse charge'),
  'BR-AE-02': bothNumbers('a line uses reverse charge'),
  'BR-AE-03': bothNumbers('a discount uses reverse charge'),
  'BR-AE-04': bothNumbers('a charge uses reverse charge'),
  'BR-AE-05': notZero('The line uses reverse charge'),
  'BR-AE-06': notZero('The discount uses reverse charge'),
  'BR-AE-07': notZero('The charge uses reverse charge'),
  'BR-AE-08': wrongBase('reverse charge'),
  'BR-AE-09': taxed('reverse-charge sales'),
  'BR-AE-10': noReason('reverse charge'),

  // Goods to another EU country.
  'BR-IC-01': noGroup('EU sales'),
  'BR-IC-02': bothNumbers('a line is an EU sale'),
  'BR-IC-03': bothNumbers('a discount is on an EU sale'),
  'BR-IC-04': bothNumbers('a charge is on an EU sale'),
  'BR-IC-05': notZero('The line is an EU sale'),
  'BR-IC-06': notZero('The discount is on an EU sale'),
  'BR-IC-07': notZero('The charge is on an EU sale'),
  'BR-IC-08': wrongBase('EU sales'),
  'BR-IC-09': taxed('EU sales'),
  'BR-IC-10': noReason('an EU sale'),
  'BR-IC-11': 'Enter a delivery date or a period. EU sales require it.',
  'BR-IC-12': 'Choose the EU country of delivery',

  // Export.
  'BR-G-01': noGroup('export'),
  'BR-G-02': ownNumber('a line is an export'),
  'BR-G-03': ownNumber('a discount is on an export'),
  'BR-G-04': ownNumber('a charge is on an export'),
  'BR-G-05': notZero('The line is an export'),
  'BR-G-06': notZero('The discount is on an export'),
  'BR-G-07': notZero('The charge is on an export'),
  'BR-G-08': wrongBase('export'),
  'BR-G-09': taxed('export'),
  'BR-G-10': noReason('export'),

  // Outside VAT.
  'BR-O-01': noGroup('sales outside VAT'),
  'BR-O-02': noNumbers('on the line'),
  'BR-O-03': noNumbers('for the discount'),
  'BR-O-04': noNumbers('for the charge'),
  'BR-O-05': rated('The line'),
  'BR-O-06': rated('The discount'),
  'BR-O-07': rated('The charge'),
  'BR-O-08': wrongBase('sales outside VAT'),
  'BR-O-09': taxed('sales outside VAT'),
  'BR-O-10': noReason('a sale outside VAT'),
  'BR-O-11': alone('something else on this one'),
  'BR-O-12': alone('a line'),
  'BR-O-13': alone('a discount'),
  'BR-O-14': alone('a charge'),
} as const satisfies Record<keyof typeof source, string>
