import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** SHA-256 as lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** 256 random bits as text that fits a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares two secrets without telling by its time how much of them is alike. */
export function isSameSecret(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}

/** What a link from a mail opens; a token is good for one purpose only. */
export type LinkPurpose =
  | 'activation'
  | 'password-reset'
  | 'email-change'
  | 'operator-invitation'
  | 'link-request'
  | 'party-claim'

/**
 * The token of a link in a mail: derived from the id of the row it opens, so that it is stored nowhere and a
 * letter can be written again. 256 bits; keep only its `sha256`.
 */
export function linkToken(secret: string, purpose: LinkPurpose, rowId: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${rowId}`).digest('base64url')
}
