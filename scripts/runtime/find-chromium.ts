import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { findPrograms } from './find-program.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Debian's Chromium without windows: the same engine, which starts in a third of the processor time. */
export const headlessShell = 'chromium-headless-shell'

/**
 * The Chromiums of this machine in the order to try them: only the one in `ATTUNE_CHROMIUM` if it is set; otherwise
 * those on the path, each once, and last the one that Playwright has fetched. If the windows are to stay unseen, the
 * ones that have none come first.
 */
export async function findChromiums(environment: NodeJS.ProcessEnv, unseen = false): Promise<string[]> {
  const given = environment['ATTUNE_CHROMIUM']
  if (given) return [given]
  const byFile = new Map<string, string>()
  const unseenOnes = unseen ? findPrograms([headlessShell], environment).map(behindScript) : []
  for (const path of [...unseenOnes, ...findPrograms(names, environment)]) {
    const file = realpathSync(path)
    if (!byFile.has(file)) byFile.set(file, path)
  }
  return [...byFile.values(), ...(await fetchedByPlaywright())]
}

async function fetchedByPlaywright(): Promise<string[]> {
  // Imported only here, because loading it is slow.
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? [path] : []
}

/**
 * Debian's command is a script that stays beside Chromium and only passes the arguments on. Who ends it doesn't end
 * Chromium, so the program itself is used.
 */
function behindScript(path: string): string {
  const program = join(dirname(path), '../lib/chromium', headlessShell)
  return existsSync(program) ? program : path
}
