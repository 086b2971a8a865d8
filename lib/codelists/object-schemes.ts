/** Schemes a form offers for what is invoiced (UNCL 1153, BT-18-1): metering point, vehicle, phone number, customer. */
export const objectSchemes = ['AVE', 'ABZ', 'AWV', 'IT'] as const

/** Tells whether a text is one of the schemes a form offers. BR-CL-07. */
export function isObjectScheme(text: string): boolean {
  return objectSchemes.some((scheme) => scheme === text)
}
