import { type Agreement, readAgreement } from '#lib/adapters/agreement.ts'
import type { PublicContext } from '#lib/services/context.ts'

/** The agreement in force, in the language of the request: what is shown is what is accepted (K2). */
export async function getAgreement(ctx: PublicContext): Promise<Agreement> {
  return readAgreement(ctx.locale)
}
