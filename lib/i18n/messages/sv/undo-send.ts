/** What was just sent and has not left: Swedish, the source. */
export const undoSend = {
  title: '{count, plural, one {# faktura skickas strax} other {# fakturor skickas strax}}',
  row: 'Faktura {number} till {name}',
  leavesIn: 'Skickas om {seconds} s',
  leavesNow: 'Skickas nu',
  leavesAt: 'Skickas klockan {time}',
  undo: 'Ångra',
  undoOf: 'faktura {number}',
  undoAll: 'Ångra alla {count}',
  undoing: 'Ångrar…',
  undone: 'Faktura {number} skickades inte. Den ligger kvar i Godkänn och skicka.',
  tooLate: 'Faktura {number} hann iväg och går inte att ångra längre.',
  follow: 'Följ faktura {number}',
} as const
