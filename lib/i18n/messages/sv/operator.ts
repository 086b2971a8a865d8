/** The operator's pages: Swedish, the source. */
export const operator = {
  title: 'Drift',
  queues: 'Köer',
  queue: 'Kö',
  waiting: 'Väntar',
  active: 'Pågår',
  failed: 'Uppgivna',
  directory: 'Katalogen',
  parties: '{count, plural, one {# företag i katalogen} other {# företag i katalogen}}',
  name: { deliver: 'Leveranser', 'send-mail': 'Mejl', 'note-fetched': 'Hämtade fakturor' },
} as const
