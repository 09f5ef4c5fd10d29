import { join } from 'node:path'

import { findChromiums } from './find-chromium.ts'
import { aptCommand, asTyped, runInstallCommand, type AptSystem } from './install-packages.ts'
import { proveOnce } from './prove-once.ts'
import { chromiumShellFolder } from './repository.ts'
import { createSurroundings, type Surroundings } from './surroundings.ts'
import type { Failure } from './verdict.ts'

/** How long one Chromium may take to show a window. */
const proofMilliseconds = 15_000

/** The command that installs Chromium. Ubuntu's own package only points to a snap, which runs in no container. */
const installCommands: Readonly<Record<AptSystem, string>> = {
  debian: aptCommand(['chromium', 'chromium-sandbox']),
  ubuntu: 'npx playwright install --with-deps --no-shell chromium',
}

interface Tried {
  readonly path: string
  readonly failure: Failure
}

/**
 * The path of a Chromium on which the stand-in shows windows here: `ATTUNE_CHROMIUM`; otherwise the first on the path
 * that runs; otherwise one that it installs now, if it can do so without asking (Debian and Ubuntu, as root). If there
 * is none, throws an error that says what to do.
 */
export async function ensureChromium(surroundings = createSurroundings()): Promise<string> {
  const first = await firstThatRuns(surroundings)
  if (typeof first === 'string') return first
  const { aptSystem, environment, userId, say } = surroundings
  const hasOnlySnaps = first.every(({ failure }) => failure.cause === 'snap')
  if (!aptSystem || userId !== 0 || !hasOnlySnaps || environment['ATTUNE_CHROMIUM'])
    throw new Error(adviceFor(first, surroundings))
  const command = installCommands[aptSystem]
  say(`Installing Chromium, which the app's windows need here: ${command}`)
  runInstallCommand(command, environment)
  const second = await firstThatRuns(surroundings)
  if (typeof second === 'string') return second
  throw new Error(`Installing Chromium has not helped.\n${adviceFor(second, surroundings)}`)
}

async function firstThatRuns(surroundings: Surroundings): Promise<string | Tried[]> {
  const { environment, platform, unseen } = surroundings
  const hasDisplay = platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  const end = Date.now() + surroundings.chromiumMilliseconds
  const tried: Tried[] = []
  for (const path of await findChromiums(environment)) {
    const timeoutMilliseconds = Math.min(proofMilliseconds, end - Date.now())
    if (timeoutMilliseconds <= 0) {
      tried.push({ path, failure: notTried })
      continue
    }
    const verdict = await proveOnce(
      {
        executable: join(chromiumShellFolder, 'electron'),
        provenFile: path,
        display: hasDisplay && !unseen ? 'own' : 'none',
        environment: {
          ...environment,
          ATTUNE_CHROMIUM: path,
          ...(unseen ? { ATTUNE_HEADLESS: '1' } : {}),
        },
        timeoutMilliseconds,
      },
      surroundings,
    )
    if (verdict.works) return path
    tried.push({ path, failure: verdict })
  }
  return tried
}

const notTried: Failure = {
  works: false,
  cause: 'time',
  reason: 'was not tried, because the others took all the time; start again to try it',
}

function adviceFor(tried: readonly Tried[], surroundings: Surroundings): string {
  const { aptSystem, environment, userId } = surroundings
  const lines = tried.map(({ path, failure }) => `${path} ${failure.reason}.`)
  const install = aptSystem ? installCommands[aptSystem] : undefined
  const toInstall = install
    ? `Run: ${aptSystem === 'debian' ? asTyped(install, userId) : install}`
    : 'Install Chromium or Chrome, or set ATTUNE_CHROMIUM to the path of one.'
  const causes = new Set(tried.map(({ failure }) => failure.cause))
  if (causes.has('sandbox'))
    return [...lines, sandboxAdvice(aptSystem), 'In a container, start it as root.'].join('\n')
  if (causes.has('library') && aptSystem)
    return [...lines, `Run: ${asTyped('npx playwright install-deps chromium', userId)}`].join('\n')
  if (causes.has('display'))
    return [...lines, 'To run without a display: unset DISPLAY WAYLAND_DISPLAY'].join('\n')
  const isOther = tried.some(({ failure }) => failure.cause !== 'snap')
  if (environment['ATTUNE_CHROMIUM'])
    return [...lines, 'ATTUNE_CHROMIUM names it: set it to a Chromium that runs, or unset it.'].join('\n')
  if (isOther) return [...lines, `${toInstall.replace('Run:', 'To install another:')}`].join('\n')
  return [
    ...lines,
    "The app's windows need Electron or Chromium, and neither runs here yet.",
    toInstall,
  ].join('\n')
}

function sandboxAdvice(aptSystem: AptSystem | undefined): string {
  if (aptSystem === 'debian')
    return `Run: sudo sh -c '${aptCommand(['chromium-sandbox'])}' (the sandbox that needs no user namespaces).`
  if (aptSystem === 'ubuntu')
    return (
      'Install Google Chrome from its .deb (https://www.google.com/chrome/), which brings a sandbox of its own,' +
      ' or run: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0'
    )
  return 'Allow user namespaces (sysctl user.max_user_namespaces), or install a Chromium that brings its sandbox.'
}
