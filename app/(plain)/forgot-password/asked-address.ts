import 'server-only'
import { cookies } from 'next/headers'

const name = 'talong-forgotten'
const minutes = 30

/** Keeps the address a link was asked for, for the next page. Not in the page's address: that ends up in histories and logs. */
export async function keepAskedAddress(email: string): Promise<void> {
  const jar = await cookies()
  jar.set(name, email, { httpOnly: true, sameSite: 'lax', path: '/forgot-password', maxAge: minutes * 60 })
}

/** The address a link has just been asked for; null when the page is opened on its own. */
export async function readAskedAddress(): Promise<string | null> {
  return (await cookies()).get(name)?.value || null
}
