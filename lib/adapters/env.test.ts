import { expect, test } from 'vitest'
import { ConfigError, failpointFolder, isKnownHost, loadConfig } from './env.ts'

const good = {
  DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/talong',
  AUTH_SECRET: 'a secret of at least 32 characters',
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
  }
  return []
}

test('names every problem of a wrong configuration at once', () => {
  const problems = problemsOf({
    PORT: 'x',
    PUBLIC_ORIGIN: 'https://a.example/path',
    AUTH_SECRET: 'short',
    SMTP_URL: 'mail',
  })
  expect(problems.map((line) => line.split(' ')[0]).sort()).toEqual([
    'AUTH_SECRET',
    'DATABASE_URL',
    'PORT',
    'PUBLIC_ORIGIN',
    'SMTP_URL',
  ])
})

test('never repeats a faulty value, which may be a secret', () => {
  expect(problemsOf({ ...good, AUTH_SECRET: 'hunter2' }).join()).not.toContain('hunter2')
})

test('reads the pauses between attempts, and refuses what would be none', () => {
  expect(loadConfig({ ...good, RETRY_PAUSES: '5,10,600' }).retryPauses).toEqual([5, 10, 600])
  expect(loadConfig(good).retryPauses).toBeUndefined()
  for (const wrong of ['0', '5,', '5, 10', '-5', '5,0,10', '1e3'])
    expect(problemsOf({ ...good, RETRY_PAUSES: wrong })).toEqual([
      'RETRY_PAUSES must be seconds such as 5,30,120',
    ])
})

test('derives the public origin from the port, and empty variables count as absent', () => {
  expect(loadConfig({ ...good, PORT: '4100', PUBLIC_ORIGIN: '' }).publicOrigin).toBe('http://localhost:4100')
})

test('takes all of S3_* or none, and says which are missing', () => {
  const s3 = {
    S3_ENDPOINT: 'https://s3.store.example',
    S3_REGION: 'eu-north-1',
    S3_BUCKET: 'talong',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  }
  expect(loadConfig({ ...good, ...s3 }).s3).toMatchObject({ bucket: 'talong', region: 'eu-north-1' })
  expect(loadConfig(good).s3).toBeUndefined()
  expect(problemsOf({ ...good, ...s3, S3_REGION: '', S3_BUCKET: '' })).toEqual([
    'S3_REGION is missing: set all of S3_* or none',
    'S3_BUCKET is missing: set all of S3_* or none',
  ])
})

test('ends at failpoints only where nobody but this machine comes', () => {
  const armed = { ...good, FAILPOINTS: '/tmp/points' }
  expect(problemsOf(armed)).toEqual([])
  expect(failpointFolder(armed)).toBe('/tmp/points')
  expect(failpointFolder(good)).toBeUndefined()
  for (const PUBLIC_ORIGIN of ['https://talong.example', 'http://localhost.example', 'https://localhost']) {
    expect(problemsOf({ ...armed, PUBLIC_ORIGIN })).toEqual(['FAILPOINTS is for proofs, on localhost alone'])
    expect(failpointFolder({ ...armed, PUBLIC_ORIGIN })).toBeUndefined()
  }
})

test('answers only to its own host, and to loopback beside a loopback origin', () => {
  const local = { publicOrigin: 'http://localhost:3000' }
  const real = { publicOrigin: 'https://talong.example' }
  expect(isKnownHost(local, 'localhost:3000')).toBe(true)
  expect(isKnownHost(local, '127.0.0.1:3000')).toBe(true)
  expect(isKnownHost(local, 'evil.example')).toBe(false)
  expect(isKnownHost(real, 'talong.example')).toBe(true)
  expect(isKnownHost(real, '127.0.0.1')).toBe(false)
  expect(isKnownHost(real, null)).toBe(false)
})
