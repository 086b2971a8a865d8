/** What an Invoice Response says; what is left out is as a recipient 0007:2120009903 that accepts invoice 1 says it. */
export type ResponseFacts = {
  id?: string
  from?: string
  to?: string
  number?: string
  code?: string
  reasons?: readonly string[]
  customization?: string
}

/** An Invoice Response in its envelope, as an access point forwards it. */
export function invoiceResponse({
  id = 'b4a0e7f0-0000-4000-8000-000000000001',
  from = '0007:2120009903',
  to = '0007:5599990008',
  number = '1',
  code = 'AP',
  reasons = [],
  customization = 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3',
}: ResponseFacts = {}): Uint8Array {
  const ubl = 'urn:oasis:names:specification:ubl:schema:xsd'
  const statuses = reasons
    .map((reason) => `<cac:Status><cbc:StatusReason>${reason}</cbc:StatusReason></cac:Status>`)
    .join('')
  const partner = (role: string, party: string) =>
    `<${role}><Identifier Authority="iso6523-actorid-upis">${party}</Identifier></${role}>`
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>
<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">
<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion>${partner('Sender', from)}${partner('Receiver', to)}
<DocumentIdentification><InstanceIdentifier>${id}</InstanceIdentifier></DocumentIdentification>
</StandardBusinessDocumentHeader>
<ApplicationResponse xmlns="${ubl}:ApplicationResponse-2" xmlns:cac="${ubl}:CommonAggregateComponents-2" xmlns:cbc="${ubl}:CommonBasicComponents-2">
<cbc:CustomizationID>${customization}</cbc:CustomizationID>
<cac:DocumentResponse><cac:Response><cbc:ResponseCode listID="UNCL4343OpSubset">${code}</cbc:ResponseCode>${statuses}</cac:Response>
<cac:DocumentReference><cbc:ID>${number}</cbc:ID></cac:DocumentReference></cac:DocumentResponse>
</ApplicationResponse></StandardBusinessDocument>`,
  )
}
