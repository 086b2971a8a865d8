import type { AccessPoint, Again } from './access-point.ts'

const mostInARow = 5
const restSeconds = 30

/**
 * Leaves an access point alone for half a minute after five calls in a row without an answer to build on, so that one
 * that is down is not asked by everybody at once. Meanwhile each call answers `again` at once; then one is let through.
 */
export function withBreaker(accessPoint: AccessPoint, now: () => Date): AccessPoint {
  let inARow = 0
  let restsUntil = 0
  const guarded = async <Answer extends { readonly answer: string }>(
    call: () => Promise<Answer | Again>,
  ): Promise<Answer | Again> => {
    const time = now().getTime()
    if (time < restsUntil) {
      return { answer: 'again', code: 'resting', afterSeconds: Math.ceil((restsUntil - time) / 1_000) }
    }
    // Until it answers the rest are kept waiting, as long as it may take.
    if (inARow >= mostInARow) restsUntil = time + restSeconds * 1_000
    const answer = await call()
    inARow = answer.answer === 'again' ? inARow + 1 : 0
    if (inARow >= mostInARow) restsUntil = now().getTime() + restSeconds * 1_000
    else restsUntil = 0
    return answer
  }
  return {
    submit: (document) => guarded(() => accessPoint.submit(document)),
    status: (messageId) => guarded(() => accessPoint.status(messageId)),
  }
}
