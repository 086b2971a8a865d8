/** What came back: enough to look for a canary and to tell a refusal from a result. */
export type Answer = {
  readonly status: number
  readonly text: string
  readonly redirect: string
  /** The names of the cookies it set. */
  readonly cookies: readonly string[]
  /** What the log knows the request by. */
  readonly requestId: string
}

/** Form fields as an action takes them. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** No answer takes this long; one that does fails the proof instead of stopping it. */
const patienceMilliseconds = 20_000

/** Somebody at a browser: cookies, or none. */
export class Visitor {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Somebody else at another browser with a copy of this one's cookies. */
  copy(): Visitor {
    const other = new Visitor(this.#origin)
    for (const [name, value] of this.#cookies) other.keep(name, value)
    return other
  }

  /** Has this cookie from now on. */
  keep(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** Asks for a page or a file, following no redirect. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { method: 'GET', headers })
  }

  /** Sends bytes or JSON to a route. */
  async send(
    method: 'POST' | 'PUT',
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.#ask(path, { method, body, headers })
  }

  /** Calls a server action the way React does: its state before, and a form. */
  async act(page: string, actionId: string, fields: Fields): Promise<Answer> {
    return this.#post(page, actionId, fields, '[{"status":"idle"},"$K1"]')
  }

  /** Calls an action that takes the form alone (a plain `<form action>`). */
  async command(page: string, actionId: string, fields: Fields): Promise<Answer> {
    return this.#post(page, actionId, fields, '["$K1"]')
  }

  async #post(page: string, actionId: string, fields: Fields, args: string): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      for (const each of [value].flat()) body.append(`_1_${name}`, each)
    }
    body.append('0', args)
    const headers = { 'next-action': actionId, accept: 'text/x-component' }
    return this.#ask(page, { method: 'POST', body, headers })
  }

  async #ask(path: string, request: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${this.#origin}${path}`, {
      ...request,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: {
        origin: this.#origin,
        'accept-language': 'sv',
        ...(cookie === '' ? {} : { cookie }),
        ...request.headers,
      },
    })
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0]?.split('=') ?? [])
    for (const [name = '', ...value] of set) this.keep(name, value.join('='))
    return {
      status: answer.status,
      text: await answer.text(),
      redirect: answer.headers.get('location') ?? answer.headers.get('x-action-redirect') ?? '',
      cookies: set.map(([name = '']) => name),
      requestId: answer.headers.get('x-request-id') ?? '',
    }
  }
}
