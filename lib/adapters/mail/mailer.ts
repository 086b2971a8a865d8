/** A letter ready to go. */
export type Letter = { to: string; subject: string; text: string; html: string }

/** Sends letters. Resolves when the other side has taken the letter; throws when it did not. */
export type Mailer = { send(id: string, letter: Letter): Promise<void> }
