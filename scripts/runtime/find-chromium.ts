import { existsSync, realpathSync } from 'node:fs'

import { findPrograms } from './find-program.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromiums of this machine in the order to try them: only the one in `ATTUNE_CHROMIUM` if it is set; otherwise
 * those on the path, each once, and last the one that Playwright has fetched.
 */
export async function findChromiums(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const given = environment['ATTUNE_CHROMIUM']
  if (given) return [given]
  const byFile = new Map<string, string>()
  for (const path of findPrograms(names, environment)) {
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
