/**
 * Remembers the last thing a pure function said of an object, for as long as the object lives. Drafts are never
 * changed, only replaced: a line that is the same object reads the same, and only the one that was edited is read anew.
 * `key` tells everything else the answer depends on; another key works it out again.
 */
export function keptFor<Item extends object, Value>(): (
  item: Item,
  key: string,
  derive: () => Value,
) => Value {
  const kept = new WeakMap<Item, { readonly key: string; readonly value: Value }>()
  return (item, key, derive) => {
    const known = kept.get(item)
    if (known !== undefined && known.key === key) return known.value
    const value = derive()
    kept.set(item, { key, value })
    return value
  }
}
