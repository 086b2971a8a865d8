import { randomBytes } from 'node:crypto'
import { type Store, StoreError } from '#lib/adapters/storage/store.ts'
import { newId } from '#lib/core/ids.ts'

/** Takes a statement and whether it held. */
export type Check = (what: string, holds: boolean) => void

/** What every store must do, whatever is behind it. */
export async function checkContract(name: string, store: Store, check: Check): Promise<void> {
  const says = (what: string, holds: boolean) => check(`${name}: ${what}`, holds)
  const folder = `contract/${newId()}`
  const keyOf = (part: string) => `${folder}/${part}`
  const kindOf = async (work: () => Promise<unknown>) => {
    try {
      await work()
      return 'done'
    } catch (error) {
      return error instanceof StoreError ? error.kind : 'thrown'
    }
  }
  const same = async (key: string, bytes: Uint8Array) => Buffer.from(await store.read(key)).equals(bytes)

  for (const size of [1, 4096, 1_000_000, 10_000_000]) {
    const bytes = randomBytes(size)
    await store.put(keyOf(`size-${size}`), bytes)
    says(`${size} bytes come back as they were put`, await same(keyOf(`size-${size}`), bytes))
  }
  const first = randomBytes(1000)
  await store.put(keyOf('a/b'), first)
  says('the same bytes again are no fault', (await kindOf(() => store.put(keyOf('a/b'), first))) === 'done')
  says(
    'other bytes under a taken key are refused',
    (await kindOf(() => store.put(keyOf('a/b'), randomBytes(1000)))) === 'refused',
  )
  says('and change nothing', await same(keyOf('a/b'), first))
  const racers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => kindOf(() => store.put(keyOf(`own/${at}`), randomBytes(2000)))),
  )
  says(
    'eight puts at once are all stored',
    racers.every((each) => each === 'done'),
  )
  says(
    'nothing is not stored',
    (await kindOf(() => store.put(keyOf('empty'), new Uint8Array()))) === 'refused',
  )
  says('what is not there is missing', (await kindOf(() => store.read(keyOf('nowhere')))) === 'missing')
  says('a key that leaves its folder is a bug', (await kindOf(() => store.read('a/../b'))) === 'thrown')
  const listed: string[] = []
  let sizes = 0
  for await (const object of store.list(`${folder}/`)) {
    listed.push(object.key)
    sizes += object.size
    if (Math.abs(Date.now() - object.storedAt.getTime()) > 120_000) sizes = Number.NaN
  }
  const expected = [1, 4096, 1_000_000, 10_000_000].map((size) => keyOf(`size-${size}`))
  const all = [...expected, keyOf('a/b'), ...racers.map((_, at) => keyOf(`own/${at}`))]
  says('the list has every object', JSON.stringify(listed.sort()) === JSON.stringify(all.sort()))
  says('with its size and time', sizes === 1 + 4096 + 11_000_000 + 1000 + 16_000)
  const below: string[] = []
  for await (const object of store.list(`${folder}/own/`)) below.push(object.key)
  says('and only those below its prefix', below.length === 8)
  await store.remove(keyOf('a/b'))
  says('what was removed is missing', (await kindOf(() => store.read(keyOf('a/b')))) === 'missing')
  says('removing it again is no fault', (await kindOf(() => store.remove(keyOf('a/b')))) === 'done')
}
