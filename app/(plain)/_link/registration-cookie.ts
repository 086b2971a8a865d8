import 'server-only'
import { cookies } from 'next/headers'

const name = 'talong-registered'
const minutes = 60

/** Keeps which registration this device made, for *Skicka igen*. Not in the page's address: that ends up in histories and logs. */
export async function keepRegistration({ registrationId }: { registrationId: string }): Promise<void> {
  const jar = await cookies()
  jar.set(name, registrationId, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: minutes * 60 })
}

/** The registration this device has just made; null when there is none. */
export async function readRegistrationId(): Promise<string | null> {
  return (await cookies()).get(name)?.value || null
}
