import { expect } from '@playwright/test'
import { openPostgres } from '#scripts/postgres.ts'
import { invoiceResponse } from '#tests/setup/invoice-response.ts'
import { instanceFolder, test } from './office-steps.ts'
import { startWeb } from './outage-steps.ts'

test('K28 answers out of the network are taken in from who has the token, and from nobody else', async ({
  baseURL,
}) => {
  const token = 'a token of a whole test'
  const web = await startWeb(openPostgres(instanceFolder()).appUrl(), undefined, { INBOUND_TOKEN: token })
  const post = async (headers: Record<string, string>, body: Uint8Array, origin = web.origin) =>
    (await fetch(`${origin}/api/inbound`, { method: 'POST', headers, body: new Blob([body as BlobPart]) }))
      .status
  const known = { 'x-token': token }
  expect(await post(known, invoiceResponse())).toBe(204)
  expect(await post({ authorization: `Bearer ${token}` }, invoiceResponse())).toBe(204)
  expect(await post(known, new TextEncoder().encode('<a/>'))).toBe(400)
  expect(await post(known, new Uint8Array(1_100_000))).toBe(413)
  expect(await post({}, invoiceResponse())).toBe(401)
  expect(await post({ 'x-token': `${token}.` }, invoiceResponse())).toBe(401)
  await web.stop()
  // Where no token is set there is no such page.
  expect(await post(known, invoiceResponse(), baseURL)).toBe(404)
})
