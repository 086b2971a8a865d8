import { join } from 'node:path'
import postgres from 'postgres'
import { type Agreement, readAgreement } from '#lib/adapters/agreement.ts'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import type { PublicContext, TenantContext } from '#lib/services/context.ts'
import { type LinkPurpose, linkToken } from '#lib/services/secrets.ts'
import { authSecret } from '#scripts/environment.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { openPlatform, type TestPlatform } from '#tests/setup/platform.ts'
import type { ProofInstance } from '../instance.ts'
import {
  type Belongings,
  type Maker,
  makeBelongings,
  makeCompany,
  makeUser,
  orgNumberOf,
  password,
  settled,
} from './belongings.ts'
import { makeCanaries } from './canaries.ts'
import { Visitor } from './http.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import type { Surfaces } from './surfaces.ts'

const signedIn = ['supplier', 'recipient', 'otherSupplier', 'otherRecipient', 'operator'] as const
const revoked = {
  revokedSupplier: 'supplier',
  revokedRecipient: 'recipient',
  revokedOperator: 'operator',
} as const

type SignedIn = (typeof signedIn)[number]

/** Who asks. `supplier` and `recipient` are the victims; a revoked one has the cookie of a session that was signed out. */
export type VisitorName = 'anonymous' | SignedIn | keyof typeof revoked

/** An instance with two victims who have one of everything, and people who have no right to it. */
export type World = Maker & {
  /** The victims as services know them, for what a control needs made. */
  readonly supplier: TenantContext
  readonly recipient: TenantContext
  readonly ids: Belongings & { readonly session: string }
  readonly agreement: Agreement
  /** The token that a letter carried. */
  token(purpose: LinkPurpose, rowId: string): string
  /** What somebody would make of it who knows the row and not the secret. */
  guess(purpose: LinkPurpose, rowId: string): string
  /** A browser of theirs: what it keeps is kept for this request only. */
  visitor(name: VisitorName): Visitor
  /** A browser with a session of its own, as far as they can sign in. */
  fresh(name: VisitorName): Promise<Visitor>
  /** The newest session of the victim supplier's user, and whether one has ended. */
  newestSession(): Promise<string>
  hasEnded(sessionId: string): Promise<boolean>
  canariesIn(text: string): string[]
  snapshot(): Promise<Snapshot>
  setRowLevelSecurity(on: boolean): Promise<void>
  /** Forgets the counted tries of every account: guesses of one round must not keep anybody out of the next. */
  forgetTries(): Promise<void>
  close(): Promise<void>
}

/** Fills an empty instance and signs everybody in, over HTTP, as they would themselves. */
export async function openWorld(instance: ProofInstance, surfaces: Surfaces): Promise<World> {
  const test = await openPlatform(openPostgres(instance.dataDir).appUrl())
  try {
    return await fillWorld(instance, surfaces, test)
  } catch (error) {
    await test.close()
    throw error
  }
}

async function fillWorld(instance: ProofInstance, surfaces: Surfaces, test: TestPlatform): Promise<World> {
  const server = openPostgres(instance.dataDir)
  const storeDir = join(instance.dataDir, 'attachments')
  const platform = { ...test, store: openFolderStore(storeDir), linkSecret: authSecret(instance.dataDir) }
  const anyone: PublicContext = { ...platform, address: '127.0.0.1', locale: 'sv' }
  const maker: Maker = { platform, anyone, ownerUrl: server.ownerUrl(), canaries: makeCanaries() }
  const supplier = await makeCompany(maker, 'supplier', orgNumberOf(1))
  const recipient = await makeCompany(maker, 'recipient', orgNumberOf(2))
  const users: Record<SignedIn, { userEmail: string }> = {
    supplier,
    recipient,
    otherSupplier: await makeCompany(maker, 'supplier', orgNumberOf(3)),
    otherRecipient: await makeCompany(maker, 'recipient', orgNumberOf(4)),
    operator: await makeUser(maker, 'operator', null, 'operator@talong.example'),
  }
  const belongings = await makeBelongings(maker, supplier, recipient)
  const door = openDoor(instance.origin, surfaces, users)
  const visitors = await signEverybodyIn(door)
  const owner = postgres(server.ownerUrl(), { max: 1, onnotice: () => undefined })
  const newestSession = async () => {
    const [row] = await owner<{ id: string }[]>`
      select id from sessions where user_id = ${supplier.userId} and ended_at is null order by created_at desc limit 1`
    return row?.id ?? ''
  }
  await settled(maker.ownerUrl, supplier.tenantId)
  return {
    ...maker,
    supplier,
    recipient,
    ids: { ...belongings, session: await newestSession() },
    agreement: await readAgreement('sv'),
    token: (purpose, rowId) => linkToken(platform.linkSecret, purpose, rowId),
    guess: (purpose, rowId) => linkToken('a secret that is not this instance’s', purpose, rowId),
    visitor: (name) => (visitors.get(name) ?? new Visitor(instance.origin)).copy(),
    fresh: async (name) =>
      isSignedIn(name) ? door.enter(name) : (visitors.get(name) ?? new Visitor(instance.origin)).copy(),
    newestSession,
    hasEnded: async (id) =>
      (await owner`select 1 from sessions where id = ${id} and ended_at is not null`).length === 1,
    canariesIn: maker.canaries.foundIn,
    snapshot: () => takeSnapshot(owner, [supplier.tenantId, recipient.tenantId], storeDir),
    setRowLevelSecurity: (on) => setRowLevelSecurity(owner, on),
    forgetTries: async () => {
      await owner`delete from sign_in_failures`
    },
    close: async () => {
      await owner.end({ timeout: 2 })
      await test.close()
    },
  }
}

type Door = {
  enter(name: SignedIn): Promise<Visitor>
  leave(visitor: Visitor): Promise<void>
  outside(): Visitor
}

function openDoor(origin: string, surfaces: Surfaces, users: Record<SignedIn, { userEmail: string }>): Door {
  const idOf = (action: string) => {
    const found = surfaces.actions.find(({ name }) => name === action)
    if (!found) throw new Error(`the build has no ${action}`)
    return found.id
  }
  return {
    enter: async (name) => {
      const visitor = new Visitor(origin)
      const fields = { email: users[name].userEmail, password }
      const answer = await visitor.act('/sign-in', idOf('signInAction'), fields)
      if (answer.redirect === '')
        throw new Error(`${name} cannot sign in: ${answer.status} ${answer.text.slice(-300)}`)
      return visitor
    },
    leave: async (visitor) => {
      await visitor.command('/sign-in', idOf('signOutAction'), {})
    },
    outside: () => new Visitor(origin),
  }
}

async function signEverybodyIn(door: Door): Promise<Map<VisitorName, Visitor>> {
  const visitors = new Map<VisitorName, Visitor>([['anonymous', door.outside()]])
  for (const [name, user] of Object.entries(revoked) as [keyof typeof revoked, SignedIn][]) {
    const visitor = await door.enter(user)
    visitors.set(name, visitor.copy())
    await door.leave(visitor)
  }
  for (const name of signedIn) visitors.set(name, await door.enter(name))
  return visitors
}

function isSignedIn(name: VisitorName): name is SignedIn {
  return signedIn.some((each) => each === name)
}

async function setRowLevelSecurity(owner: postgres.Sql, on: boolean): Promise<void> {
  const tables = await owner<{ name: string }[]>`
    select distinct tablename as name from pg_policies where schemaname = 'public' order by 1`
  for (const { name } of tables) {
    if (on) await owner`alter table ${owner(name)} enable row level security`
    else await owner`alter table ${owner(name)} disable row level security`
  }
}
