import type { PartyChannel } from '#db/schema/parties.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { Platform } from '#lib/services/context.ts'

/** What is recorded of how a party receives. */
export type Reachable = {
  canReceive: boolean
  channels: readonly PartyChannel[]
  recipientCompanyId: string | null
  /** The address the directory has; letters go to it only where `channels` says `email`. */
  contactEmail: string | null
}

/** What this instance is connected to, and whether the sender only tries it out. */
export type Connected = Pick<Platform, 'accessPoint'> & { isSandbox?: boolean }

/** By which channel an invoice leaves, and to where. */
export type ChannelChoice =
  | { channel: 'inbox'; recipientCompanyId: string; recipientEmail: null }
  | { channel: 'access-point' | 'simulator'; recipientCompanyId: null; recipientEmail: null }
  | { channel: 'email'; recipientCompanyId: null; recipientEmail: string }

/**
 * Why an invoice cannot leave: the party receives nothing, or only by a channel that is not connected here or has no
 * address.
 */
export type ChannelProblem = 'cannot-receive' | 'channel-missing'

/**
 * Chooses the channel from what is recorded of the party and what is connected here alone: the same answer wherever it
 * is asked. An inbox here goes before the network, and the network before a letter, which is no e-invoice; from a
 * company that tries Talong out nothing goes anywhere.
 */
export function chooseChannel(
  party: Reachable,
  { accessPoint, isSandbox = false }: Connected,
): Result<ChannelChoice, ChannelProblem> {
  if (!party.canReceive) return fail('cannot-receive')
  if (isSandbox) return succeed({ channel: 'simulator', recipientCompanyId: null, recipientEmail: null })
  if (party.recipientCompanyId !== null) {
    return succeed({ channel: 'inbox', recipientCompanyId: party.recipientCompanyId, recipientEmail: null })
  }
  if (party.channels.includes('peppol') && accessPoint !== null) {
    return succeed({ channel: 'access-point', recipientCompanyId: null, recipientEmail: null })
  }
  if (party.channels.includes('email') && party.contactEmail !== null) {
    return succeed({ channel: 'email', recipientCompanyId: null, recipientEmail: party.contactEmail })
  }
  return fail(party.channels.length === 0 ? 'cannot-receive' : 'channel-missing')
}

/** The ways a party receives, for showing: whoever has claimed the party has an inbox here, recorded or not. */
export function channelsOf({
  channels,
  recipientCompanyId,
}: Pick<Reachable, 'channels' | 'recipientCompanyId'>): PartyChannel[] {
  const others = channels.filter((channel) => channel !== 'inbox')
  return recipientCompanyId !== null || channels.includes('inbox') ? ['inbox', ...others] : others
}
