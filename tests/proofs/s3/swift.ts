import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Settings } from '#lib/adapters/env.ts'

const packages = ['swift-proxy', 'swift-account', 'swift-container', 'swift-object', 'memcached']
const programs = ['swift-proxy-server', 'swift-account-server', 'swift-object-server', 'memcached']

/** OpenStack Swift with its S3 interface: five processes of their own on loopback, with data of their own. */
export type Swift = {
  readonly settings: S3Settings
  /** Ends the proxy, so that nobody answers on its port, and starts it again on the same one. */
  stopProxy(): Promise<void>
  startProxy(): Promise<void>
  /** The files in which the object server keeps objects. */
  objectFiles(): string[]
  stop(): Promise<void>
}

/** Whether Swift is here; installs Debian's when it is not and this is root. False when neither. */
export function provideSwift(say: (line: string) => void): boolean {
  if (isInstalled()) return true
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  say('Installing Swift (about two and a half minutes) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  // The packages' own services must not start; a policy that is there already stays.
  const policy = '/usr/sbin/policy-rc.d'
  const isOurs = !existsSync(policy)
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'ignore', env })
  } finally {
    if (isOurs) rmSync(policy, { force: true })
  }
  return isInstalled()
}

function isInstalled(): boolean {
  return programs.every((name) => existsSync(`/usr/bin/${name}`))
}

/** Starts Swift with one replica on one device. Rejects with its output when it does not answer. */
export async function startSwift(): Promise<Swift> {
  const folder = mkdtempSync(join(tmpdir(), 'talong-swift-'))
  chmodSync(folder, 0o755)
  const devices = join(folder, 'devices')
  mkdirSync(join(devices, 'd1'), { recursive: true })
  const [proxy = 0, account = 0, container = 0, object = 0, cache = 0] = await freePorts(5)
  for (const [kind, port] of Object.entries({ account, container, object })) {
    writeFileSync(join(folder, `${kind}-server.conf`), serverConf(folder, devices, kind, port))
    makeRing(folder, kind, port)
  }
  writeFileSync(join(folder, 'proxy-server.conf'), proxyConf(folder, proxy, cache))
  const children = new Map<string, ChildProcess>()
  let output = ''
  const start = (name: string, program: string, args: string[]) => {
    const child = spawn(`/usr/bin/${program}`, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output = `${output}${text}`.slice(-4000)
      })
    children.set(name, child)
  }
  const startProxy = async () => {
    start('proxy', 'swift-proxy-server', [join(folder, 'proxy-server.conf')])
    await answering(proxy, () => output)
  }
  const stop = async () => {
    await Promise.all([...children.values()].map(end))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    start('cache', 'memcached', ['-l', '127.0.0.1', '-p', String(cache), '-U', '0', '-u', 'nobody'])
    for (const kind of ['account', 'container', 'object'])
      start(kind, `swift-${kind}-server`, [join(folder, `${kind}-server.conf`)])
    for (const port of [cache, account, container, object]) await answering(port, () => output)
    await startProxy()
  } catch (fault) {
    await stop()
    throw fault
  }
  return {
    settings: {
      endpoint: `http://127.0.0.1:${proxy}`,
      region: 'se-north-1',
      bucket: 'talong',
      accessKeyId: 'talong:keeper',
      secretAccessKey: 'secret-of-the-proof-alone',
    },
    startProxy,
    stopProxy: async () => {
      const child = children.get('proxy')
      if (child) await end(child)
    },
    objectFiles: () =>
      readdirSync(join(devices, 'd1', 'objects'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.data'))
        .map((name) => join(devices, 'd1', 'objects', name)),
    stop,
  }
}

/** Makes the bucket of these settings, which is what whoever runs the store does. */
export async function makeBucket({
  endpoint,
  region,
  bucket,
  accessKeyId,
  secretAccessKey,
}: S3Settings): Promise<void> {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
  })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  client.destroy()
}

function serverConf(folder: string, devices: string, kind: string, port: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = root
swift_dir = ${folder}
devices = ${devices}
mount_check = false
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`
}

function proxyConf(folder: string, port: number, cache: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = root
swift_dir = ${folder}
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats s3api tempauth copy symlink proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${cache}
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = se-north-1
[filter:tempauth]
use = egg:swift#tempauth
user_talong_keeper = secret-of-the-proof-alone .admin
[filter:copy]
use = egg:swift#copy
[filter:symlink]
use = egg:swift#symlink
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
`
}

function makeRing(folder: string, kind: string, port: number): void {
  const build = (...args: string[]) =>
    execFileSync('/usr/bin/swift-ring-builder', [join(folder, `${kind}.builder`), ...args], { stdio: 'pipe' })
  build('create', '4', '1', '0')
  build('add', `r1z1-127.0.0.1:${port}/d1`, '1')
  build('rebalance')
}

async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer()
      await new Promise<void>((resolve, reject) => {
        probe.on('error', reject)
        probe.listen(0, '127.0.0.1', resolve)
      })
      return probe
    }),
  )
  const ports = probes.map((probe) => {
    const address = probe.address()
    return address && typeof address === 'object' ? address.port : 0
  })
  for (const probe of probes) probe.close()
  return ports
}

async function answering(port: number, output: () => string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (isOpen) return
  }
  throw new Error(`Swift did not start:\n${output()}`)
}

/** By its own id; waits until it is gone. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const alarm = setTimeout(() => child.kill('SIGKILL'), 5000)
  child.kill('SIGTERM')
  await gone
  clearTimeout(alarm)
}

/** Changes one byte of a stored file in place: same size, other content. */
export function spoil(file: string): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(file, bytes, { flag: 'r+' })
}
