import { readAgreement } from '#lib/adapters/agreement.ts'
import { foldName } from '#lib/core/fold.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { requirementProfileForm } from '#lib/forms/requirement-profile.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import type { Database } from '../client.ts'
import {
  insertAgreementAcceptance,
  insertCompany,
  insertNumberSeries,
  insertPaymentAccount,
} from '../queries/companies.ts'
import { insertParties } from '../queries/directory-import.ts'
import { insertProfile } from '../queries/requirement-profiles.ts'
import { insertUser } from '../queries/users.ts'
import { withTenant } from '../with-tenant.ts'
import { demoPassword, operator, others, recipients, suppliers } from './demo-data.ts'
import { madeUpParties } from './directory.ts'
import { profiles } from './requirement-profiles.ts'

/** What the invoices of the demo are made of: who sends, and the parties by organisation number. */
export type Demo = { suppliers: TenantContext[]; partyIds: ReadonlyMap<string, string> }

/** Parties that approve their suppliers and have no account here yet: one can be claimed by mail, one by the operator. */
const claimable = [
  {
    name: 'Påhittsunds kommun',
    orgBase: '212000998',
    street: 'Stora torget 2',
    postalCode: '111 40',
    city: 'Påhittsund',
    contactEmail: 'faktura@pahittsund.example',
  },
  {
    name: 'Sagoås skolförbund',
    orgBase: '222000997',
    street: 'Skolgatan 5',
    postalCode: '111 70',
    city: 'Sagoås',
    contactEmail: null,
  },
] as const

type Person = { name: string; email: string }

/** Adds the demo's companies, users and directory. */
export async function seedCompanies(owner: Database, platform: Platform): Promise<Demo> {
  const passwordHash = await hashPassword(demoPassword)
  const partyIds = new Map<string, string>()
  const contexts: TenantContext[] = []
  for (const supplier of suppliers) {
    const { account, user, ...details } = supplier
    const tenantId = newId()
    contexts.push(
      await seedTenant(platform, tenantId, user, passwordHash, { ...details, kind: 'supplier', account }),
    )
  }
  for (const recipient of recipients) {
    const { user, approval, ...details } = recipient
    const tenantId = newId()
    await seedTenant(platform, tenantId, user, passwordHash, { ...details, kind: 'recipient' })
    partyIds.set(
      details.orgNumber,
      await seedParty(owner, {
        ...details,
        approval,
        channels: ['inbox', 'peppol'],
        companyId: tenantId,
        contactEmail: `leverantor@${user.email.split('@')[1]}`,
      }),
    )
  }
  for (const { channels, glns, ...details } of others) {
    partyIds.set(
      details.orgNumber,
      await seedParty(owner, { ...details, approval: 'auto', channels: [...channels], glns: [...glns] }),
    )
  }
  for (const { orgBase, ...details } of claimable) {
    const orgNumber = `${orgBase}${luhnDigit(orgBase)}`
    const party = { ...details, orgNumber, approval: 'manual' as const, channels: ['inbox' as const] }
    partyIds.set(orgNumber, await seedParty(owner, party))
  }
  await seedProfiles(owner, partyIds)
  await insertParties(owner, madeUpParties())
  await insertUser(platform.db, {
    id: newId(),
    kind: 'operator',
    companyId: null,
    email: operator.email,
    name: operator.name,
    locale: 'sv',
    passwordHash,
  })
  await seedRequest(contexts[1], partyIds.get('2021999905') ?? '')
  return { suppliers: contexts, partyIds }
}

/** In force since before the demo's oldest invoice. */
async function seedProfiles(owner: Database, partyIds: ReadonlyMap<string, string>): Promise<void> {
  for (const [orgNumber, profile] of Object.entries(profiles)) {
    const partyId = partyIds.get(orgNumber)
    if (partyId === undefined) throw new Error(`seed: there is no party ${orgNumber}`)
    const version = { partyId, version: 1, validFrom: '2026-01-01', origin: 'recipient' } as const
    await insertProfile(owner, { ...version, profile: requirementProfileForm.parse(profile) })
  }
}

/** A request that has waited for nine days. */
async function seedRequest(supplier: TenantContext | undefined, partyId: string): Promise<void> {
  if (!supplier) throw new Error('seed: two suppliers are needed')
  const then = new Date(Date.now() - 9 * 86_400_000)
  const message = 'Vi snickrar hyllor till era arkiv. Avtal 2026-114, kontakt Bo Prov.'
  const input = { partyId, customerNumber: 'K-12', message }
  expectValue(await addCustomer({ ...supplier, clock: { now: () => then } }, input))
}

type TenantDetails = {
  kind: 'supplier' | 'recipient'
  name: string
  orgNumber: string
  street: string
  postalCode: string
  city: string
  seat?: string
  phone?: string
  email?: string
  account?: { kind: 'bankgiro' | 'plusgiro'; number: string }
}

async function seedTenant(
  platform: Platform,
  tenantId: string,
  user: Person,
  passwordHash: string,
  { account, ...details }: TenantDetails,
): Promise<TenantContext> {
  const userId = newId()
  const isSupplier = details.kind === 'supplier'
  await withTenant(platform.db, tenantId, async (tx) => {
    await insertCompany(tx, {
      ...details,
      id: tenantId,
      companyForm: isSupplier ? 'limited' : 'public',
      vatNumber: `SE${details.orgNumber}01`,
      fTaxApproved: isSupplier,
      contactName: user.name,
    })
    await insertNumberSeries(tx, tenantId)
    if (account) await insertPaymentAccount(tx, tenantId, { id: newId(), ...account, isDefault: true })
    const values = {
      id: userId,
      kind: details.kind,
      companyId: tenantId,
      locale: 'sv' as const,
      passwordHash,
    }
    await insertUser(tx, { ...values, email: user.email, name: user.name })
    const { version, locale, hash } = await readAgreement('sv')
    await insertAgreementAcceptance(tx, {
      tenantId,
      id: newId(),
      userId,
      version,
      locale,
      textHash: hash,
      acceptedAt: platform.clock.now(),
      address: '127.0.0.1',
    })
  })
  const session = { sessionId: newId(), userId, userName: user.name, userEmail: user.email }
  return { ...platform, ...session, tenantId, address: '127.0.0.1', locale: 'sv' }
}

type PartyDetails = {
  name: string
  orgNumber: string
  street: string
  postalCode: string
  city: string
  approval: 'auto' | 'manual'
  channels: ('inbox' | 'peppol' | 'email')[]
  glns?: string[]
  companyId?: string
  contactEmail?: string | null
}

async function seedParty(owner: Database, party: PartyDetails): Promise<string> {
  const id = newId()
  await insertParties(owner, [
    {
      glns: [],
      ...party,
      id,
      nameFolded: foldName(party.name),
      vatNumber: `SE${party.orgNumber}01`,
      peppolIds: party.channels.includes('peppol') ? [`0007:${party.orgNumber}`] : [],
      country: 'SE',
      canReceive: true,
    },
  ])
  return id
}
