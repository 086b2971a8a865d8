import { readAgreement } from '#lib/adapters/agreement.ts'
import { orgNumberOf, password } from '../isolation/belongings.ts'
import { Visitor } from '../isolation/http.ts'
import type { Surfaces } from '../isolation/surfaces.ts'
import type { LetterLine } from '../mail-cut/sink.ts'
import { readLines } from '../system/records.ts'
import { webs } from '../system/sender.ts'
import type { System } from '../system/system.ts'
import { persist } from './errands.ts'

/** Where they come: the web processes, their actions, and the ledger of their letters. */
export type Entrance = {
  readonly origins: System['origins']
  readonly surfaces: Surfaces
  readonly letters: string
}

/** Somebody who registers a company, and does again whatever was not answered. */
export class Newcomer {
  readonly email: string
  readonly orgNumber: string
  readonly #entrance: Entrance
  #isIn = false

  constructor(entrance: Entrance, serial: number) {
    this.#entrance = entrance
    this.email = `ny${serial}@nykund.example`
    this.orgNumber = orgNumberOf(500 + serial)
  }

  /** *Registrera ditt företag*, until it says that a letter is on its way. */
  async register(): Promise<void> {
    const company = { companyName: `Nykunden ${this.orgNumber}`, orgNumber: this.orgNumber }
    const fields = { ...company, contactName: 'Ny Kund', email: this.email }
    await this.#until('/register', 'registerAction', fields, '/register/sent')
  }

  /** What the link in the letter leads to: the agreement and a password, until the company is there. */
  async openAccount(): Promise<void> {
    if (this.#isIn) return
    const token = await persist(`the letter to ${this.email}`, async () => {
      const { letters } = this.#entrance
      const letter = readLines<LetterLine>(letters).find(({ to }) => to === this.email)
      return letter?.link.split('/activate/')[1] ?? null
    })
    const { version, hash } = await readAgreement('sv')
    const page = `/activate/${token}`
    await this.#until(page, 'acceptAgreementAction', { token, version, hash, accepted: 'on' }, '/password')
    // Whoever was not answered is told that the link is used, and has an account to sign in to.
    await persist(`the account of ${this.email}`, async (tries) => {
      const answer = await this.#press(tries, `${page}/password`, 'createAccountAction', { token, password })
      const isThere =
        answer.redirect.includes('/settings/company') || answer.text.includes('"code":"used-link"')
      return isThere ? true : null
    })
    this.#isIn = true
  }

  /** Whether the password opens the company that was registered. */
  async canSignIn(): Promise<boolean> {
    const visitor = new Visitor(this.#entrance.origins['web-1'])
    await visitor.act('/sign-in', this.#idOf('signInAction'), { email: this.email, password })
    const { status, text } = await visitor.get('/settings/company')
    return status === 200 && text.includes(`Nykunden ${this.orgNumber}`)
  }

  async #until(page: string, action: string, fields: Record<string, string>, then: string): Promise<void> {
    await persist(`${action} of ${this.email}`, async (tries) => {
      const answer = await this.#press(tries, page, action, fields)
      return answer.redirect.includes(then) ? true : null
    })
  }

  #press(tries: number, page: string, action: string, fields: Record<string, string>) {
    const visitor = new Visitor(this.#entrance.origins[webs[tries % 2] ?? 'web-1'])
    return visitor.act(page, this.#idOf(action), fields)
  }

  #idOf(name: string): string {
    return this.#entrance.surfaces.actions.find((action) => action.name === name)?.id ?? ''
  }
}
