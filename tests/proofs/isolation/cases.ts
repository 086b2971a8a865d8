import type { Answer, Fields, Visitor } from './http.ts'
import type { World } from './world.ts'

/** Who a surface is for. */
export type Audience = 'anyone' | 'signed-in' | 'supplier' | 'recipient' | 'company' | 'operator'

/** An action: what an attacker who knows every id sends, and what its rightful user sends. */
export type ActionCase = {
  readonly for: Audience
  /** The victim's ids in every argument. A secret that only a letter carries is replaced by a guess. */
  readonly attack: (world: World) => Fields
  /** The rightful user's form, about something made for it; absent = the same as the attacker's. */
  readonly control?: (world: World, visitor: Visitor) => Fields | Promise<Fields>
  /** Takes the form alone, as a plain `<form action>` does. */
  readonly isCommand?: true
  /** Ends the session it is called with: done in one of its own. */
  readonly endsSession?: true
  /** How the rightful user's success shows: a result (when absent), a page to go to, or a cookie. */
  readonly expect?: 'redirect' | 'cookie' | ((world: World, fields: Fields) => Promise<boolean>)
}

/** A page or route: its address with the victim's ids, and what its rightful user finds there. */
export type ReadCase = {
  readonly for: Audience
  readonly path: (world: World) => string
  /** The rightful user's address, when a secret that only a letter or a cookie carries opens it. */
  readonly control?: (world: World, visitor: Visitor) => string | Promise<string>
  /** What the rightful user sees there: a canary's name, or a text; absent = nothing of the company's own. */
  readonly shows?: string
  /** The status of the rightful answer when it is not 200. */
  readonly status?: number
  /** For routes that write too: how they are asked, after they have been read. */
  readonly write?: (visitor: Visitor, world: World, path: string) => Promise<Answer>
  /** The address and the status of the rightful write. */
  readonly writeControl?: { readonly path: (world: World) => Promise<string>; readonly status: number }
}
