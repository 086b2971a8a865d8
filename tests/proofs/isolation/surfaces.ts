import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A server action as the build knows it, and a page that it can be posted to. */
export type ActionSurface = { readonly name: string; readonly id: string; readonly page: string }

/** Everything of a build that answers requests. */
export type Surfaces = {
  readonly actions: readonly ActionSurface[]
  /** Addresses with their parameters in brackets: `/send/[invoiceId]`. */
  readonly pages: readonly string[]
  readonly routes: readonly string[]
}

type ActionEntry = { filename: string; exportedName: string; workers: Record<string, unknown> }

/** Reads the build's own manifests: what is not in them cannot be asked for, what is must have a case. */
export function readSurfaces(root: string): Surfaces {
  const read = (path: string) => JSON.parse(readFileSync(join(root, '.next', path), 'utf8')) as unknown
  const manifest = read('server/server-reference-manifest.json') as { node: Record<string, ActionEntry> }
  const paths = read('app-path-routes-manifest.json') as Record<string, string>
  const actions = Object.entries(manifest.node).map(([id, entry]) => {
    const worker = Object.keys(entry.workers)[0] ?? ''
    const page = paths[worker.replace(/^app/, '')]
    if (page === undefined) throw new Error(`the build names no page for ${entry.exportedName}`)
    return { name: entry.exportedName, id, page }
  })
  const addresses = (kind: 'page' | 'route') =>
    Object.entries(paths)
      .filter(([path]) => path.endsWith(`/${kind}`))
      .map(([, address]) => address)
      .sort()
  return {
    actions: actions.sort((a, b) => a.name.localeCompare(b.name)),
    pages: addresses('page'),
    routes: addresses('route'),
  }
}
