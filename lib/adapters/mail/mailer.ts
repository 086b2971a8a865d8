/** A letter ready to go. */
export type Letter = {
  to: string
  subject: string
  text: string
  html: string
  /** Whom an answer goes to; absent: nobody reads it. */
  replyTo?: string
  attachments?: readonly LetterFile[]
}

/** A file with a letter: its bytes go as they are. */
export type LetterFile = { fileName: string; mimeType: string; bytes: Uint8Array }

/** What became of a letter that must not go twice. */
export type Posted =
  /** The other side has said that it has it. */
  | { readonly answer: 'taken' }
  /** It certainly has not taken it, and may another time. */
  | { readonly answer: 'again'; readonly code: string }
  /** It certainly will not take it. `reason`: its own words. */
  | { readonly answer: 'refused'; readonly code: string; readonly reason: string }
  /** All of it was sent and no answer came: nobody knows. */
  | { readonly answer: 'unclear' }

/** Sends letters. */
export type Mailer = {
  /** Resolves when the other side has taken the letter; throws when it did not, or when nobody knows. */
  send(id: string, letter: Letter): Promise<void>
  /** Tries once, and tells what it knows of the outcome. Throws only before anything has left. */
  post(id: string, letter: Letter): Promise<Posted>
}
