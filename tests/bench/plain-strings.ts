import type { Invoice, InvoiceLine } from '#lib/invoice/model.ts'

/**
 * The floor that writing UBL is measured against: the same document by template strings and nothing else. It knows
 * only what the benchmark's invoices hold, cleans nothing and checks nothing.
 */
export function plainStrings(invoice: Invoice): Uint8Array {
  const { seller, buyer, totals, currency } = invoice
  const amount = (name: string, value: { toFixed: (decimals: number) => string }) =>
    `<cbc:${name} currencyID="${currency}">${value.toFixed(2)}</cbc:${name}>`
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
<cbc:ID>${text(invoice.invoiceNumber)}</cbc:ID>
<cbc:IssueDate>${invoice.issueDate}</cbc:IssueDate>
<cbc:DueDate>${invoice.dueDate}</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>${text(invoice.buyerReference)}</cbc:BuyerReference>
<cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="0007">${seller.orgNumber}</cbc:EndpointID><cac:PartyName><cbc:Name>${text(seller.tradingName)}</cbc:Name></cac:PartyName>${postal(seller.address)}<cac:PartyTaxScheme><cbc:CompanyID>${seller.vatNumber}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme><cbc:CompanyID>Godkänd för F-skatt</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${text(seller.name)}</cbc:RegistrationName><cbc:CompanyID schemeID="0007">${seller.orgNumber}</cbc:CompanyID><cbc:CompanyLegalForm>Säte: ${text(seller.seat)}</cbc:CompanyLegalForm></cac:PartyLegalEntity><cac:Contact><cbc:Name>${text(seller.contact.name)}</cbc:Name><cbc:Telephone>${text(seller.contact.phone)}</cbc:Telephone><cbc:ElectronicMail>${text(seller.contact.email)}</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cbc:EndpointID schemeID="0007">${buyer.orgNumber}</cbc:EndpointID><cac:PartyName><cbc:Name>${text(buyer.tradingName)}</cbc:Name></cac:PartyName>${postal(buyer.address)}<cac:PartyTaxScheme><cbc:CompanyID>${buyer.vatNumber}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${text(buyer.name)}</cbc:RegistrationName><cbc:CompanyID schemeID="0007">${buyer.orgNumber}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode name="Credit transfer">30</cbc:PaymentMeansCode><cbc:PaymentID>${text(invoice.paymentReference)}</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>${invoice.paymentAccounts[0]?.number}</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>SE:BANKGIRO</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>${text(invoice.paymentTermsText)}</cbc:Note></cac:PaymentTerms>
<cac:TaxTotal>${amount('TaxAmount', totals.totalVat)}${invoice.vatBreakdown.map((group) => `<cac:TaxSubtotal>${amount('TaxableAmount', group.taxableAmount)}${amount('TaxAmount', group.taxAmount)}<cac:TaxCategory><cbc:ID>${group.category}</cbc:ID><cbc:Percent>${group.rate.toFixed()}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>`).join('')}</cac:TaxTotal>
<cac:LegalMonetaryTotal>${amount('LineExtensionAmount', totals.sumOfLines)}${amount('TaxExclusiveAmount', totals.totalWithoutVat)}${amount('TaxInclusiveAmount', totals.totalWithVat)}${amount('PayableAmount', totals.amountDue)}</cac:LegalMonetaryTotal>
`
  const lines = invoice.lines.map((line) => lineString(line, currency)).join('\n')
  return new TextEncoder().encode(`${head}${lines}\n</Invoice>\n`)
}

function lineString(line: InvoiceLine, currency: string): string {
  return `<cac:InvoiceLine><cbc:ID>${line.id}</cbc:ID><cbc:InvoicedQuantity unitCode="${line.unit}">${line.quantity.toFixed()}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="${currency}">${line.lineNetAmount.toFixed(2)}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${text(line.itemName)}</cbc:Name><cac:SellersItemIdentification><cbc:ID>${text(line.sellerItemId)}</cbc:ID></cac:SellersItemIdentification><cac:ClassifiedTaxCategory><cbc:ID>${line.vatCategory}</cbc:ID><cbc:Percent>${line.vatRate.toFixed()}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="${currency}">${line.netPrice.toFixed(2)}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`
}

function postal({ street, street2, city, postalCode, country }: Invoice['seller']['address']): string {
  const second = street2 === '' ? '' : `<cbc:AdditionalStreetName>${text(street2)}</cbc:AdditionalStreetName>`
  return `<cac:PostalAddress><cbc:StreetName>${text(street)}</cbc:StreetName>${second}<cbc:CityName>${text(city)}</cbc:CityName><cbc:PostalZone>${postalCode}</cbc:PostalZone><cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>`
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
