/**
 * A name as searches compare it: lower case, diacritics folded (å, ä → a; ö, ø → o), signs as single spaces.
 *
 * @example foldName('Åsas Måleri & Färg AB') // 'asas maleri farg ab'
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}
