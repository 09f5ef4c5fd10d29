// Runs a script of this repository with a Node that is new enough: `node scripts/with-node.mjs scripts/start.ts ...`.
// Any Node since 16 can run this file, because its purpose is to replace an old Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(repository, 'node_modules')

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

function works(node) {
  const asked = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return asked.status === 0 && isNewEnough(asked.stdout.trim())
}

/** The Node to use: this one if it is new enough, otherwise the one from the dependencies. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath
  const packages = existsSync(modules)
    ? readdirSync(modules).filter((name) => name.startsWith('node-linux-'))
    : []
  const candidates = [
    join(modules, '.bin', 'node'),
    ...packages.map((name) => join(modules, name, 'bin', 'node')),
  ]
  return candidates.find((node) => existsSync(node) && works(node))
}

const [script, ...given] = process.argv.slice(2)
const node = findNode()
if (script === undefined) {
  console.error('Say which script to run: node scripts/with-node.mjs scripts/start.ts')
  process.exit(2)
} else if (node === undefined) {
  console.error(
    `Attune needs Node 22.18 or newer; this is Node ${process.versions.node}.\n` +
      'On 64-bit Linux, `npm ci` brings one along. Elsewhere install it from https://nodejs.org/ and try again.',
  )
  process.exit(1)
} else {
  const path = [join(modules, '.bin'), dirname(node), process.env.PATH].filter(Boolean).join(delimiter)
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...given], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  })
  // On Ctrl+C the script gets the signal twice, from the terminal and from here; runtime/run-app.ts counts one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (cause) => {
    console.error(`${node} could not be started: ${cause.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
