import { newId } from '#lib/core/ids.ts'
import {
  makeLink,
  makeParty,
  makeRegistration,
  makeRequest,
  makeUser,
  orgNumberOf,
  password,
} from './belongings.ts'
import type { ActionCase } from './cases.ts'
import type { World } from './world.ts'

const wrongPassword = 'en gissning som inte stämmer'
const address = () => `${newId()}@provbolaget.example`

/** Another user of the victim's, for links that change who signs in with what. */
function spareUser(world: World) {
  return makeUser(world, 'supplier', world.supplier.tenantId, address())
}

async function freshRequestToken(world: World): Promise<string> {
  const { requestId } = await makeRequest(world, world.supplier, world.recipient)
  return world.token('link-request', requestId)
}

const evidence = ({ agreement }: World) => ({
  version: agreement.version,
  hash: agreement.hash,
  accepted: 'on',
})

/** What a secret from a letter lets somebody do who has no account. */
const byLink: Record<string, ActionCase> = {
  acceptAgreementAction: {
    for: 'anyone',
    attack: (world) => ({ token: world.guess('activation', world.ids.registration), ...evidence(world) }),
    control: async (world) => ({
      token: world.token('activation', await makeRegistration(world, 'Provbolaget', false)),
      ...evidence(world),
    }),
    expect: 'redirect',
  },
  acceptInvitationAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({
      token: guess('operator-invitation', ids.invitation),
      name: 'Någon Annan',
      password,
    }),
    control: async (world) => ({
      token: world.token(
        'operator-invitation',
        await makeLink(world, 'operator-invitation', { email: address() }),
      ),
      name: 'Någon Ny',
      password,
    }),
    expect: 'redirect',
  },
  approveLinkAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({ token: guess('link-request', ids.openRequest) }),
    control: async (world) => ({ token: await freshRequestToken(world) }),
    expect: 'redirect',
  },
  refuseLinkAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({ token: guess('link-request', ids.openRequest), reason: 'Okänd' }),
    control: async (world) => ({ token: await freshRequestToken(world), reason: 'Okänd' }),
    expect: 'redirect',
  },
  claimAction: {
    for: 'anyone',
    attack: (world) => ({
      token: world.guess('party-claim', world.ids.claimLink),
      ...evidence(world),
      name: 'Någon Annan',
      password,
    }),
    control: async (world) => {
      const { partyId } = await makeParty(world, 'auto', null)
      const linkId = await makeLink(world, 'party-claim', { email: address(), partyId })
      return { token: world.token('party-claim', linkId), ...evidence(world), name: 'Någon Ny', password }
    },
    expect: 'redirect',
  },
  confirmEmailAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({ token: guess('email-change', ids.emailLink) }),
    control: async (world) => {
      const { userId } = await spareUser(world)
      return {
        token: world.token(
          'email-change',
          await makeLink(world, 'email-change', { email: address(), userId }),
        ),
      }
    },
    expect: 'redirect',
  },
  createAccountAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({ token: guess('activation', ids.registration), password }),
    control: async (world) => ({
      token: world.token('activation', await makeRegistration(world, 'Provbolaget', true)),
      password,
    }),
    expect: 'redirect',
  },
  renewActivationAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({ token: guess('activation', ids.registration) }),
    control: ({ token, ids }) => ({ token: token('activation', ids.registration) }),
  },
  resetPasswordAction: {
    for: 'anyone',
    attack: ({ guess, ids }) => ({ token: guess('password-reset', ids.resetLink), password }),
    control: async (world) => {
      const { userId, userEmail: email } = await spareUser(world)
      return {
        token: world.token('password-reset', await makeLink(world, 'password-reset', { email, userId })),
        password,
      }
    },
    expect: 'redirect',
  },
}

/** What anybody may do: it must not reach what somebody has. */
const byAnyone: Record<string, ActionCase> = {
  changeLanguageAction: {
    for: 'anyone',
    isCommand: true,
    attack: () => ({ language: 'sv' }),
    expect: 'cookie',
  },
  changeThemeAction: { for: 'anyone', isCommand: true, attack: () => ({ theme: 'dark' }), expect: 'cookie' },
  startSandboxAction: {
    for: 'anyone',
    isCommand: true,
    endsSession: true,
    attack: () => ({}),
    expect: 'redirect',
  },
  signOutAction: {
    for: 'anyone',
    isCommand: true,
    endsSession: true,
    attack: () => ({}),
    expect: 'redirect',
  },
  forgottenPasswordAction: {
    for: 'anyone',
    attack: ({ supplier }) => ({ email: supplier.userEmail }),
    expect: 'redirect',
  },
  registerAction: {
    for: 'anyone',
    attack: ({ supplier }) => ({
      orgNumber: orgNumberOf(1),
      companyName: 'Provbolaget',
      contactName: 'Någon Annan',
      email: supplier.userEmail,
    }),
    expect: 'redirect',
  },
  requestClaimAction: {
    for: 'anyone',
    attack: ({ ids }) => ({ orgNumber: ids.recipientOrgNumber }),
    expect: 'redirect',
  },
  resendAction: {
    for: 'anyone',
    attack: () => ({}),
    control: async (world, visitor) => {
      visitor.keep('talong-registered', await makeRegistration(world, 'Provbolaget', false))
      return {}
    },
  },
  signInAction: {
    for: 'anyone',
    attack: ({ supplier }) => ({ email: supplier.userEmail, password: wrongPassword }),
    control: ({ supplier }) => ({ email: supplier.userEmail, password }),
    expect: 'redirect',
  },
  signInAgainAction: {
    for: 'anyone',
    attack: ({ supplier }) => ({ email: supplier.userEmail, password: wrongPassword }),
    control: ({ supplier }) => ({ email: supplier.userEmail, password }),
    expect: 'cookie',
  },
}

/** A case for each action that nobody need be signed in for. */
export const openActionCases: Readonly<Record<string, ActionCase>> = { ...byLink, ...byAnyone }
