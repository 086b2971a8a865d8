import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import type { Page } from '@playwright/test'

/** The scripts a page loads: those its HTML names, and those its scripts ask for when they run. */
export type PageScripts = { readonly first: readonly string[]; readonly later: readonly string[] }

/** Opens a page and gives the scripts it had loaded when `settled` says that it stands and the network was quiet. */
export async function scriptsOf(
  page: Page,
  address: string,
  settled: (page: Page) => Promise<void> = async () => undefined,
): Promise<PageScripts> {
  const loaded = new Set<string>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') loaded.add(response.url())
  })
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  await settled(page)
  const html = (await answer?.text()) ?? ''
  const isNamed = (url: string) => html.includes(new URL(url).pathname)
  return { first: [...loaded].filter(isNamed), later: [...loaded].filter((url) => !isNamed(url)) }
}

/**
 * The scripts among those that came later which the rules came in: the build names together what one import asks for,
 * so they are the ones that are named beside the script that knows the published rules.
 */
export async function scriptsOfRules(later: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(later.map(async (url) => (await fetch(url)).text()))
  const rules = later[texts.findIndex((text) => text.includes('BR-CO-10'))]
  if (rules === undefined) throw new Error('none of the scripts knows the published rules')
  const path = new URL(rules).pathname.replace('/_next/', '')
  const asked = texts.flatMap((text) =>
    [...text.matchAll(/\["static\/chunks\/[^\]]*\]/g)].map(([list]) => list),
  )
  const together = asked.find((list) => list.includes(path))
  if (together === undefined) throw new Error('no script asks for the published rules')
  return later.filter((url) => together.includes(new URL(url).pathname.replace('/_next/', '')))
}

/** The form of a whole draft has asked the rules: they are loaded. */
export async function isJudged(page: Page): Promise<void> {
  await page.getByText('Allt stämmer – fakturan är giltig').waitFor()
}

/** The bytes of files as a browser that takes gzip gets them, without their headers. */
export async function compressedBytes(urls: readonly string[]): Promise<number> {
  const sizes = await Promise.all(urls.map(compressedSize))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function compressedSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`))
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

/** The paths of the scripts that the build gives to every page: React and Next's own. */
export function frameworkScripts(): readonly string[] {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[]
  }
  return manifest.rootMainFiles.map((path) => `/_next/${path}`)
}
