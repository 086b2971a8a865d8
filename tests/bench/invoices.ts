import { decimal, multiply, roundHalfAwayFromZero, sum } from '#lib/core/decimal.ts'
import type { Invoice, InvoiceLine } from '#lib/invoice/model.ts'
import { plainInvoice, plainInvoiceLine, plainTotals, vatGroup } from '#lib/ubl/sample-invoice.ts'

const goods = ['Målning av klassrum', 'Färg, matt vit, 10 liter', 'Spackling & slipning', 'Körersättning']

/** A valid invoice of so many lines, each with another quantity, price and text, all at 25 %. */
export function invoiceOfLines(count: number): Invoice {
  const lines = Array.from({ length: count }, (_, index) => lineOf(index))
  const net = sum(lines.map((line) => line.lineNetAmount))
  const vat = roundHalfAwayFromZero(multiply(net, decimal('0.25')), 2)
  const due = net.plus(vat)
  return plainInvoice({
    lines,
    vatBreakdown: [vatGroup(net.toFixed(), vat.toFixed())],
    totals: plainTotals(net.toFixed(), vat.toFixed(), due.toFixed()),
  })
}

function lineOf(index: number): InvoiceLine {
  const quantity = decimal(`${1 + (index % 37)}.${index % 10 === 0 ? '25' : '5'}`)
  const netPrice = decimal(`${100 + (index % 911)}.${10 + (index % 90)}`)
  return plainInvoiceLine({
    id: String(index + 1),
    quantity,
    unit: 'HUR',
    netPrice,
    lineNetAmount: roundHalfAwayFromZero(multiply(quantity, netPrice), 2),
    itemName: `${goods[index % goods.length]} ${index + 1}`,
    sellerItemId: `A-${1000 + index}`,
  })
}
