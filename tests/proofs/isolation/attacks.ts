import { actionCases } from './action-cases.ts'
import type { ActionCase, Audience, ReadCase } from './cases.ts'
import type { Answer, Fields, Visitor } from './http.ts'
import { readCases } from './read-cases.ts'
import { differences } from './snapshot.ts'
import type { ActionSurface, Surfaces } from './surfaces.ts'
import type { VisitorName, World } from './world.ts'

/** What a round came to. A failure names who, what and how. */
export type Outcome = { passed: number; readonly failures: string[] }

/** Who has no right to a surface, by whom it is for. A revoked session is the rightful user's own, signed out. */
const attackers: Readonly<Record<Audience, readonly VisitorName[]>> = {
  anyone: ['anonymous', 'otherSupplier', 'otherRecipient', 'operator'],
  'signed-in': ['anonymous', 'otherSupplier', 'otherRecipient', 'operator', 'revokedSupplier'],
  supplier: ['anonymous', 'otherSupplier', 'recipient', 'operator', 'revokedSupplier'],
  recipient: ['anonymous', 'otherRecipient', 'supplier', 'operator', 'revokedRecipient'],
  company: ['anonymous', 'otherSupplier', 'otherRecipient', 'operator', 'revokedSupplier'],
  operator: ['anonymous', 'otherSupplier', 'otherRecipient', 'revokedOperator'],
}

const owners: Readonly<Record<Audience, VisitorName>> = {
  anyone: 'anonymous',
  'signed-in': 'supplier',
  supplier: 'supplier',
  recipient: 'recipient',
  company: 'supplier',
  operator: 'operator',
}

/** What the build publishes and the proof has no case for: a new action, page or route fails until it has one. */
export function missingCases(surfaces: Surfaces): string[] {
  const unknownActions = surfaces.actions.filter(({ name }) => actionCases[name] === undefined)
  const addresses = [...surfaces.pages, ...surfaces.routes].filter(
    (address) => readCases[address] === undefined,
  )
  return [...unknownActions.map(({ name }) => name), ...addresses]
}

/** Lets everybody who may not ask for everything; after each, the victims have what they had. */
export async function attackAll(world: World, surfaces: Surfaces): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [] }
  await world.forgetTries()
  let before = await world.snapshot()
  const judge = async (name: VisitorName, doing: string, asking: Promise<Answer>) => {
    const what = `${name} ${doing}`
    const answer = await asking.catch(noAnswer)
    // The victim of another's surface may see their own name on their own frame.
    const found = world
      .canariesIn(answer.text + answer.redirect)
      .filter((canary) => canary !== `${name}: name`)
    const after = await world.snapshot()
    const changed = differences(before, after)
    before = after
    if (found.length > 0) outcome.failures.push(`${what} was shown ${found.join(', ')}`)
    else if (changed.length > 0) outcome.failures.push(`${what} changed ${changed.join(', ')}`)
    else if (isBroken(answer)) outcome.failures.push(`${what} broke it (${answer.status})`)
    else outcome.passed += 1
  }
  for (const surface of surfaces.actions) {
    const each = actionCases[surface.name]
    if (each === undefined) continue
    for (const name of attackers[each.for]) {
      const visitor = each.endsSession ? await world.fresh(name) : world.visitor(name)
      await judge(name, `with ${surface.name}`, act(visitor, surface, each, world, each.attack(world)))
    }
  }
  for (const [address, each] of Object.entries(readCases)) {
    for (const name of attackers[each.for]) {
      const path = each.path(world)
      await judge(name, `at ${address}`, world.visitor(name).get(path))
      if (each.write) await judge(name, `writing to ${address}`, each.write(world.visitor(name), world, path))
    }
  }
  return outcome
}

/** An action answers 200 when it broke too, and says so. */
function isBroken({ status, text }: Answer): boolean {
  return (status >= 500 && status !== 503) || text.includes('"status":"broken"')
}

function noAnswer(error: unknown): Answer {
  return { status: 599, text: String(error), redirect: '', cookies: [], requestId: '' }
}

/** Lets the rightful user do each of it: what was refused before would have worked. */
export async function controlAll(world: World, surfaces: Surfaces): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [] }
  await world.forgetTries()
  const judge = (what: string, worked: boolean, { status, redirect, text }: Answer) => {
    if (worked) outcome.passed += 1
    else
      outcome.failures.push(
        `${what} did not work: ${status} ${redirect} ${text.slice(-300).replaceAll('\n', ' ')}`,
      )
  }
  for (const [address, each] of Object.entries(readCases)) await controlRead(world, address, each, judge)
  for (const surface of surfaces.actions) {
    const each = actionCases[surface.name]
    if (each === undefined) continue
    const name = owners[each.for]
    const visitor = each.endsSession ? await world.fresh(name) : world.visitor(name)
    try {
      const fields = await (each.control ?? each.attack)(world, visitor)
      const answer = await act(visitor, surface, each, world, fields)
      judge(surface.name, await hasWorked(each, answer, world, fields), answer)
    } catch (error) {
      judge(surface.name, false, noAnswer(error))
    }
  }
  return outcome
}

type Judge = (what: string, worked: boolean, answer: Answer) => void

async function controlRead(world: World, address: string, each: ReadCase, judge: Judge): Promise<void> {
  const visitor = world.visitor(owners[each.for])
  const answer = await visitor.get(await (each.control ?? each.path)(world, visitor)).catch(noAnswer)
  const isThere = answer.status === (each.status ?? 200)
  const isShown = each.shows === undefined || world.canariesIn(answer.text).includes(each.shows)
  judge(`${address} (${each.shows ?? 'no canary'})`, isThere && isShown, answer)
  if (!each.write || !each.writeControl) return
  const { path, status } = each.writeControl
  const written = await each.write(visitor, world, await path(world)).catch(noAnswer)
  judge(`writing to ${address}`, written.status === status, written)
}

async function hasWorked(each: ActionCase, answer: Answer, world: World, fields: Fields): Promise<boolean> {
  if (typeof each.expect === 'function') return each.expect(world, fields)
  if (each.expect === 'redirect') return answer.redirect !== ''
  if (each.expect === 'cookie') return answer.cookies.length > 0
  return answer.text.includes('"status":"ok"') || answer.redirect !== ''
}

/** Posts to a page that the build has the action on, its address with the victim's ids. */
function act(
  visitor: Visitor,
  surface: ActionSurface,
  each: ActionCase,
  world: World,
  fields: Fields,
): Promise<Answer> {
  const page = readCases[surface.page]?.path(world) ?? surface.page
  return each.isCommand ? visitor.command(page, surface.id, fields) : visitor.act(page, surface.id, fields)
}
