import 'server-only'
import { cookies } from 'next/headers'

const name = 'talong-registered'
const minutes = 30

/** Keeps the address a link was mailed to for the next page. Not in the page's address: that ends up in histories and logs. */
export async function keepRegisteredAddress(email: string): Promise<void> {
  const jar = await cookies()
  jar.set(name, email, { httpOnly: true, sameSite: 'lax', path: '/register', maxAge: minutes * 60 })
}

/** The address a link was just mailed to; null when the page is opened on its own. */
export async function readRegisteredAddress(): Promise<string | null> {
  return (await cookies()).get(name)?.value || null
}
