import { findRequestByToken, type LinkRequest } from '#db/queries/link-requests.ts'
import { withLink } from '#db/with-tenant.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { decide } from './decide.ts'

/** Where the request behind a link stands; `taken-back` = by the supplier itself, `withdrawn` = by the recipient. */
export type LinkStanding = 'open' | 'expired' | 'approved' | 'refused' | 'withdrawn' | 'taken-back'

/** What the page behind a link in a mail shows: enough to decide by, and nothing that was not in the mail. */
export type LinkView = Pick<
  LinkRequest,
  'partyName' | 'supplierName' | 'supplierOrgNumber' | 'message' | 'customerNumber' | 'createdAt' | 'reason'
> & { standing: LinkStanding }

/** Reads the link of a request without an account (K9). Opening a link never acts (W18). */
export async function readLink(ctx: PublicContext, token: string): Promise<Result<LinkView, 'unknown-link'>> {
  const hash = sha256(token)
  const request = await withLink(ctx.db, hash, (tx) => findRequestByToken(tx, hash))
  if (!request) return fail('unknown-link')
  return succeed({
    partyName: request.partyName,
    supplierName: request.supplierName,
    supplierOrgNumber: request.supplierOrgNumber,
    message: request.message,
    customerNumber: request.customerNumber,
    createdAt: request.createdAt,
    reason: request.reason,
    standing: standingOf(request, ctx.clock.now()),
  })
}

/** An answer from the page behind a link. */
export type LinkAnswer = { token: string } & ({ answer: 'approve' } | { answer: 'refuse'; reason: string })

/**
 * Answers a request by its link, once. `request-expired` 72 hours after the last letter, `request-answered` when it
 * has an answer, `request-taken-back` when the supplier no longer asks, `unknown-link` when there is no such link.
 */
export async function answerLink(
  ctx: PublicContext,
  input: LinkAnswer,
): Promise<
  Result<
    { standing: 'approved' | 'refused' },
    'unknown-link' | 'request-expired' | 'request-answered' | 'request-taken-back'
  >
> {
  const hash = sha256(input.token)
  return withLink(ctx.db, hash, async (tx) => {
    const request = await findRequestByToken(tx, hash)
    if (!request) return fail('unknown-link')
    const standing = standingOf(request, ctx.clock.now())
    if (standing === 'expired') return fail('request-expired')
    if (standing === 'taken-back') return fail('request-taken-back')
    if (standing !== 'open') return fail('request-answered')
    const decision =
      input.answer === 'approve'
        ? { kind: 'approve' as const }
        : { kind: 'refuse' as const, reason: input.reason }
    if (!(await decide(ctx, tx, request, decision, null))) return fail('request-answered')
    return succeed({ standing: input.answer === 'approve' ? 'approved' : 'refused' })
  })
}

function standingOf(request: LinkRequest, now: Date): LinkStanding {
  if (request.state === 'withdrawn') return request.reason === '' ? 'taken-back' : 'withdrawn'
  if (request.state !== 'open') return request.state
  return request.tokenExpiresAt === null || request.tokenExpiresAt <= now ? 'expired' : 'open'
}
