import type { UblElement } from '#lib/ubl/tree.ts'

/**
 * Leads from the root to an element: `/Invoice/cac:InvoiceLine[2]/cbc:ID`. A step is numbered, from 1, where several
 * of its name stand together.
 */
export function elementPath(element: UblElement): string {
  const steps: string[] = []
  for (let at: UblElement | null = element; at !== null; at = at.parent) steps.push(stepTo(at))
  return `/${steps.reverse().join('/')}`
}

function stepTo(element: UblElement): string {
  const name = shortened(element.name)
  const same = element.parent?.children.filter((each) => each.name === element.name) ?? []
  return same.length > 1 ? `${name}[${same.indexOf(element) + 1}]` : name
}

/** The beginning of what a document brings along: a name or a value may be megabytes long. */
export function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
