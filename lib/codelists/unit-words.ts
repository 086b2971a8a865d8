import { units } from './units.ts'

/** How people write the units in spreadsheets, Swedish and English, in small letters without a point at the end. */
const wordsByCode: Readonly<Record<string, string>> = {
  C62: 'st|stk|styck|stycken|pcs|pc|piece|pieces|ea|each',
  HUR: 'h|t|tim|timme|timmar|hour|hours|hr|hrs',
  DAY: 'd|dag|dagar|day|days',
  MON: 'mån|månad|månader|month|months',
  MTR: 'm|meter|metre|metres|meters',
  MTK: 'm2|m²|kvm|kvadratmeter|sqm',
  MTQ: 'm3|m³|kbm|kubikmeter',
  KGM: 'kg|kilo|kilogram',
  LTR: 'l|liter|litre|litres|liters',
  KMT: 'km|kilometer|kilometre',
  XPK: 'förp|förpackning|pkt|paket|pack|package',
  PR: 'par|pair|pairs',
  SET: 'set|sats',
  XCT: 'kartong|krt|carton',
  XBX: 'låda|box|boxes',
  XPX: 'pall|pallet',
  XRO: 'rulle|rl|roll',
  XSA: 'säck|sack',
  TNE: 'ton|tonne|tonnes',
  GRM: 'g|gram',
  CMT: 'cm|centimeter',
  MMT: 'mm|millimeter',
  LM: 'lm|lpm|löpmeter',
  MIN: 'min|minut|minuter|minute|minutes',
  WEE: 'v|vecka|veckor|week|weeks',
  ANN: 'år|year|years',
  KWH: 'kwh',
  MWH: 'mwh',
  E51: 'uppdrag|assignment|job',
  LS: 'klumpsumma|lump sum',
}

const codeByWord = new Map([
  ...Object.entries(wordsByCode).flatMap(([code, words]) =>
    words.split('|').map((word) => [word, code] as const),
  ),
  ...units.map(({ code }) => [code.toLowerCase(), code] as const),
])

/** Reads a unit as people write it (`tim`, `kvm`, `pcs`, also a code such as `HUR`): its code of BT-130, or null. */
export function unitCodeOf(text: string): string | null {
  return codeByWord.get(text.trim().toLowerCase().replace(/\.$/, '')) ?? null
}
