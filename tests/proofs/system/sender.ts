import { password } from '../isolation/belongings.ts'
import { Visitor } from '../isolation/http.ts'
import type { Surfaces } from '../isolation/surfaces.ts'
import type { Supplier } from './suppliers.ts'
import type { System, WebName } from './system.ts'

/** The two web processes. */
export const webs: readonly WebName[] = ['web-1', 'web-2']

/** What an answer says of each invoice: '' when it was sent, else why not; `unsaid` when it is not spoken of. */
export type Said = ReadonlyMap<string, string>

/** A supplier's user at two browsers, one for each web process, each with a session of its own. */
export class Sender {
  readonly #origins: System['origins']
  readonly #email: string
  readonly #signIn: string
  readonly #send: string
  readonly #visitors = new Map<WebName, Visitor>()

  constructor({ origins }: Pick<System, 'origins'>, { email }: Supplier, { actions }: Surfaces) {
    const idOf = (name: string) => actions.find((action) => action.name === name)?.id ?? ''
    this.#origins = origins
    this.#email = email
    this.#signIn = idOf('signInAction')
    this.#send = idOf('sendInvoicesAction')
  }

  /** A browser that is signed in at this web process. Rejects when that does not answer. */
  async browser(web: WebName): Promise<Visitor> {
    const known = this.#visitors.get(web)
    if (known) return known
    const visitor = new Visitor(this.#origins[web])
    const answer = await visitor.act('/sign-in', this.#signIn, { email: this.#email, password })
    if (answer.redirect === '') throw new Error(`cannot sign in: ${answer.status}`)
    this.#visitors.set(web, visitor)
    return visitor
  }

  /** Presses *Skicka* once. Null when there was no answer. */
  async press(web: WebName, invoiceIds: readonly string[]): Promise<Said | null> {
    const answer = await this.browser(web)
      .then((visitor) => visitor.act('/send', this.#send, { 'invoiceIds[]': invoiceIds }))
      .catch(() => null)
    if (answer?.redirect.includes('/sign-in')) this.#visitors.delete(web)
    return answer && new Map(invoiceIds.map((id) => [id, problemOf(answer.text, id)]))
  }
}

function problemOf(text: string, invoiceId: string): string {
  const said = new RegExp(`"invoiceId":"${invoiceId}","number":"[^"]*","problem":(?:null|"([\\w-]+)")`).exec(
    text,
  )
  return said === null ? 'unsaid' : (said[1] ?? '')
}
