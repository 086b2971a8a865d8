import { readFileSync } from 'node:fs'
import { type Answer, Visitor } from '#tests/proofs/isolation/http.ts'
import type { Office } from './office-steps.ts'

/** The supplier at many windows, asking over HTTP as fast as sockets open. */
export type Caller = {
  /** Posts a form to a server action of a page. */
  act(page: string, action: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  /** Saves a draft as the form does. */
  putDraft(invoiceId: string, body: object): Promise<Answer>
}

/** Signs in, and opens as many sockets and as much of the server's pool as the test will use, so that none waits. */
export async function openCaller(
  office: Office,
  origin: string,
  warmDraftId: string,
  count: number,
): Promise<Caller> {
  const visitor = new Visitor(origin)
  const [name = '', value = ''] = (await office.cookie()).split('=')
  visitor.keep(name, value)
  const actions = actionIds()
  for (let round = 0; round < 2; round += 1)
    await atOnce(count, () => visitor.get(`/api/drafts/${warmDraftId}`))
  return {
    act: (page, action, fields) => {
      const id = actions.get(action)
      if (id === undefined) throw new Error(`the build has no ${action}`)
      return visitor.act(page, id, fields)
    },
    putDraft: (invoiceId, body) =>
      visitor.send('PUT', `/api/drafts/${invoiceId}`, JSON.stringify(body), {
        'content-type': 'application/json',
      }),
  }
}

/** The build's own list of server actions, by name. */
function actionIds(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { exportedName: string }>
  }
  return new Map(Object.entries(manifest.node).map(([id, entry]) => [entry.exportedName, id]))
}

/** Does something so many times at once. */
export function atOnce<Value>(count: number, work: (index: number) => Promise<Value>): Promise<Value[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)))
}
