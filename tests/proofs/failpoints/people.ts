import { newId } from '#lib/core/ids.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { pdfOf } from '#tests/setup/files.ts'
import type { Surfaces } from '../isolation/surfaces.ts'
import { Sender, webs } from '../system/sender.ts'
import type { System } from '../system/system.ts'
import { type Errand, persist } from './errands.ts'
import { Newcomer } from './newcomers.ts'
import type { FileRow } from './records.ts'
import type { World } from './world.ts'

/** Everybody who has errands. Whoever gets no answer asks again; what was answered as done is kept. */
export class People {
  readonly sent: string[] = []
  readonly uploaded: FileRow[] = []
  readonly newcomers: Newcomer[] = []
  readonly #world: World
  readonly #sender: Sender
  readonly #entrance: ConstructorParameters<typeof Newcomer>[0]

  constructor(system: System, world: World, surfaces: Surfaces, letters: string) {
    this.#world = world
    this.#sender = new Sender(system, { ...world, invoiceIds: [] }, surfaces)
    this.#entrance = { origins: system.origins, surfaces, letters }
  }

  /** Does an errand until it is answered as done. Rejects when it never is. */
  async run(errand: Errand): Promise<void> {
    if (errand.kind === 'send') return this.#send(this.#world.ready[errand.channel].shift() ?? '')
    if (errand.kind === 'upload') return this.#upload(this.#world.drafts.shift() ?? '')
    const newcomer = new Newcomer(this.#entrance, this.newcomers.length + 1)
    this.newcomers.push(newcomer)
    await newcomer.register()
    if (errand.kind === 'open-account') await newcomer.openAccount()
  }

  /** Everybody who has registered opens the account that their letter leads to. */
  async settleIn(): Promise<void> {
    await Promise.all(this.newcomers.map((newcomer) => newcomer.openAccount()))
  }

  async #send(invoiceId: string): Promise<void> {
    await persist(`sending ${invoiceId}`, async (tries) => {
      const said = await this.#sender.press(webs[tries % 2] ?? 'web-1', [invoiceId])
      const problem = said?.get(invoiceId)
      return problem === '' || problem === 'already-sent' ? true : null
    })
    this.sent.push(invoiceId)
  }

  /** The same file each time, and once as far as whoever chose it knows: *Försök igen* names the same upload. */
  async #upload(invoiceId: string): Promise<void> {
    const bytes = new Uint8Array(pdfOf(`% ${invoiceId}\n`))
    const fileName = 'underlag.pdf'
    const headers = {
      'content-type': 'application/octet-stream',
      'x-file-name': fileName,
      'x-upload-id': newId(),
    }
    await persist(`an upload to ${invoiceId}`, async (tries) => {
      const browser = await this.#sender.browser(webs[tries % 2] ?? 'web-1')
      const { status } = await browser.send('POST', `/api/invoices/${invoiceId}/attachments`, bytes, headers)
      return status === 201 ? true : null
    })
    this.uploaded.push({ invoiceId, fileName, sha256: sha256(bytes) })
  }
}
