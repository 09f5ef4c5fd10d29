import { existsSync, realpathSync } from 'node:fs'

import { findPrograms } from './find-program.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromiums that are there, the first to be tried first: the one in `ATTUNE_CHROMIUM` alone if it is set, else those
 * on the path, each once, and last the one that Playwright has fetched.
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
  // Loaded only here, because it takes its time.
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? [path] : []
}
