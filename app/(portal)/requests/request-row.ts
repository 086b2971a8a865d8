/** A request as the lists show it: dates and masked numbers are text already. */
export type RequestRow = {
  id: string
  supplierName: string
  orgNumber: string
  customerNumber: string
  message: string
  /** "Skickad 2026-03-03", "Godkänd 2026-03-09 av Kim Kommun". */
  when: string
  reason: string
}
