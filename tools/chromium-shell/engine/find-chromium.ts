import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of the Chromium to run: `ATTUNE_CHROMIUM` if set, else the first one on the path; throws if there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['ATTUNE_CHROMIUM']) return environment['ATTUNE_CHROMIUM']
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const found = names.map((name) => join(folder, name)).find(isExecutable)
    if (found) return found
  }
  throw new Error(
    'chromium-shell needs Chromium: `apt-get install chromium`, or set ATTUNE_CHROMIUM to its path.',
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
