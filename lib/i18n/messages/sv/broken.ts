/** The page of a fault of ours: Swedish, the source. Loaded with every page in both languages, so it is short. */
export const broken = {
  title: 'Något gick fel hos oss',
  kept: 'Dina utkast är sparade.',
  advice: 'Försök igen om en stund. Hör av dig till supporten om felet är kvar, och uppge referensnumret.',
  reference: 'Referensnummer:',
  retry: 'Försök igen',
  toStart: 'Till start',
} as const
