/**
 * Completes package-lock.json after `npm install`: npm leaves out optional packages of other platforms that the
 * registry in use does not carry, and `npm ci` then refuses the lockfile. Each missing one gets an entry with its
 * version and platform, read from its name. Addresses of registries are removed: any registry will do.
 *
 * Plain Node, no dependency, no network. Run it (`npm run lockfile`) when a package with platform packages changes.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const LOCKFILE = new URL('../package-lock.json', import.meta.url)
const SYSTEMS = {
  android: 'android',
  aix: 'aix',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
}
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** Reads `os`, `cpu` and `libc` from a platform package's name, such as `@next/swc-linux-x64-musl`. */
function platformOf(name) {
  const words = name.replace(/^@[^/]+\//, '').split('-')
  const os = words.map((word) => SYSTEMS[word]).find(Boolean)
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (!cpu) throw new Error(`No processor in the name ${name}: add it to package-lock.json by hand`)
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return { cpu: [cpu], ...(libc && os === 'linux' && { libc: [libc] }), ...(os && { os: [os] }) }
}

/** True when `name` resolves from the package at `from`, looking upwards as Node does. */
function resolves(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '' || !at.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`])
  }
}

const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8'))
const packages = lock.packages
const added = []
for (const [path, entry] of Object.entries(packages)) {
  delete entry.resolved
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolves(packages, path, name)) continue
    if (!/^\d/.test(version)) throw new Error(`${name} is asked for as ${version}, not as one exact version`)
    packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    }
    added.push(name)
  }
}
lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([a], [b]) =>
    a === b ? 0 : a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'),
  ),
)
writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `Added ${added.length}: ${added.join(', ')}` : 'package-lock.json is complete')
