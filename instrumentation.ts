import type { Instrumentation } from 'next'

/** Checks the configuration at boot: a wrong one stops the start with every problem named. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkAtBoot } = await import('#app/_server/boot.ts')
  await checkAtBoot()
}

/** Writes every error that a page or route lets out, with the reference the user sees (`digest`). */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logRequestError } = await import('#app/_server/boot.ts')
  await logRequestError(error, request, context)
}
