/**
 * Makes node_modules agree with package-lock.json before `npm start` and `npm test`, and makes sure that Node 24 is
 * what the next step runs on. Plain Node 20 without a dependency: it runs before anything is installed, by whatever
 * Node the machine has. Node 24 itself is one of the packages (node_modules/.bin/node) where it is shipped.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NEEDED = 24

function readJson(path) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'))
  } catch {
    return undefined
  }
}

function isForThisPlatform({ os, cpu }) {
  const fits = (list, value) => list === undefined || [list].flat().includes(value)
  return fits(os, process.platform) && fits(cpu, process.arch)
}

/** Platform packages we cannot run without: Node and PostgreSQL for this machine, where they are made for it. */
function mustBeThere(lock, path) {
  const name = path.replace(/^node_modules\//, '')
  return (
    lock.packages[''].optionalDependencies?.[name] !== undefined && isForThisPlatform(lock.packages[path])
  )
}

/** Says why an install is needed, or undefined when what is installed is what the lockfile says. */
function reasonToInstall(lock, installed) {
  if (!installed) return 'nothing is installed'
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.link) continue
    const found = installed.packages[path]
    if (!found) {
      if (!entry.optional || mustBeThere(lock, path)) return `${path} is missing`
    } else if (found.version !== entry.version) {
      return `${path} is ${found.version}, not ${entry.version}`
    } else if (found.integrity && entry.integrity && found.integrity !== entry.integrity) {
      return `${path} has other content`
    } else if (!existsSync(`${ROOT}${path}/package.json`)) {
      return `${path} is gone`
    }
  }
  const extra = Object.keys(installed.packages).find((path) => !lock.packages[path])
  return extra && `${extra} is not in the lockfile`
}

function install() {
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // npm's own Node, not the one in node_modules: `npm ci` deletes that one while it runs.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  const stdio = ['ignore', 'ignore', 'inherit']
  const result =
    node && npm
      ? spawnSync(node, [npm, ...options], { cwd: ROOT, stdio })
      : spawnSync('npm', options, { cwd: ROOT, stdio, shell: process.platform === 'win32' })
  if (result.error) console.error(result.error.message)
  return result.status === 0
}

/** The version of the Node the next step gets: the installed one, else the machine's own. */
function nextNodeVersion() {
  const shipped = `${ROOT}node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`
  if (!existsSync(shipped)) return process.versions.node
  const answer = spawnSync(shipped, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  return answer.status === 0 ? answer.stdout.trim().replace(/^v/, '') : undefined
}

const lock = readJson('package-lock.json')
if (!lock) {
  console.error('package-lock.json is missing or unreadable: restore it and start again')
  process.exit(1)
}
const reason = reasonToInstall(lock, readJson('node_modules/.package-lock.json'))
if (reason) {
  console.log(`Installing packages (${reason}) …`)
  if (!install()) {
    console.error('Packages could not be installed: see the lines above')
    process.exit(1)
  }
}
const version = nextNodeVersion()
if (!version || Number(version.split('.')[0]) < NEEDED) {
  const found = version ? `this machine has ${version}` : 'the one that comes with Talong does not run here'
  console.error(`Node ${NEEDED} needed: ${found}. Install Node ${NEEDED} and start again.`)
  process.exit(1)
}
