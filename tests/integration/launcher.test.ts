import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { APP_ROLE, OWNER_ROLE, type PostgresServer, startPostgres } from '#scripts/postgres.ts'
import { createTestDatabase } from '#tests/setup/database.ts'

const folders: string[] = []
const launcher = fileURLToPath(new URL('../../scripts/postgres.ts', import.meta.url))

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'talong-launcher-'))
  chmodSync(folder, 0o711)
  folders.push(folder)
  return folder
}

async function start(dataDir: string, messages: string[] = []): Promise<PostgresServer> {
  return startPostgres({ dataDir, log: (message) => messages.push(message) })
}

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await question(sql)
  } finally {
    await sql.end()
  }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('our own PostgreSQL', () => {
  test('two run side by side, and each keeps its data and its port over a restart', async () => {
    const [first, second] = [newDataDir(), newDataDir()]
    const [one, two] = [await start(first), await start(second)]
    expect(one.port).not.toBe(two.port)
    await ask(one.ownerUrl(), (sql) => sql`CREATE TABLE kept (word text)`)
    await Promise.all([one.stop(), two.stop()])
    const again = await start(first)
    try {
      expect(again.port).toBe(one.port)
      expect(await ask(again.ownerUrl(), (sql) => sql`SELECT * FROM kept`)).toHaveLength(0)
    } finally {
      await again.stop()
    }
  })

  test('one left behind by a start that was killed is taken over with its data', async () => {
    const dataDir = newDataDir()
    const program = `
      const { startPostgres } = await import(${JSON.stringify(launcher)})
      await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
      process.kill(process.pid, 'SIGKILL')`
    expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', program])).toThrow()
    const messages: string[] = []
    const server = await start(dataDir, messages)
    try {
      expect(messages).toEqual(['Taking over the database of an earlier start'])
      expect(await ask(server.appUrl(), (sql) => sql`SELECT 1 AS one`)).toEqual([{ one: 1 }])
    } finally {
      await server.stop()
    }
    await server.ended
  })

  test('a postmaster.pid that names another program is deleted and the server starts', async () => {
    const dataDir = newDataDir()
    await (await start(dataDir)).stop()
    const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid')
    const lines = [process.pid, join(dataDir, 'postgres/cluster'), 1, 1, '', '127.0.0.1', '', 'ready']
    writeFileSync(pidFile, `${lines.join('\n')}\n`)
    const server = await start(dataDir)
    try {
      expect(readFileSync(pidFile, 'utf8').split('\n')[0]).not.toBe(String(process.pid))
    } finally {
      await server.stop()
    }
  })

  test('passwords are in a file that only its owner reads, and a wrong one is refused', async () => {
    const dataDir = newDataDir()
    const server = await start(dataDir)
    try {
      expect(statSync(join(dataDir, 'postgres/credentials.json')).mode & 0o777).toBe(0o600)
      const url = new URL(server.appUrl())
      url.password = 'wrong'
      await expect(ask(url.href, (sql) => sql`SELECT 1`)).rejects.toMatchObject({ code: '28P01' })
    } finally {
      await server.stop()
    }
  })
})

test('the app role owns nothing and neither role passes by row-level security', async () => {
  const database = await createTestDatabase()
  try {
    const roles = await ask(
      database.appUrl,
      (sql) => sql`
        SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles
        WHERE rolname IN (${APP_ROLE}, ${OWNER_ROLE}) ORDER BY rolname`,
    )
    const nothing = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(roles).toEqual([
      { rolname: APP_ROLE, ...nothing },
      { rolname: OWNER_ROLE, ...nothing },
    ])
    const owned = await ask(
      database.ownerUrl,
      (sql) => sql`SELECT relname FROM pg_class WHERE relowner = ${APP_ROLE}::regrole`,
    )
    expect(owned).toEqual([])
    await expect(ask(database.appUrl, (sql) => sql`CREATE TABLE mine (a int)`)).rejects.toMatchObject({
      code: '42501',
    })
  } finally {
    await database.drop()
  }
})
