import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name of the display that the made-up Xvfb opens. */
export const madeUpDisplay = ':42'

/**
 * Puts an `Xvfb` into `folder` that opens no display. Like the real one it writes its number and then the end of the
 * line, and ends if nobody reads both. It writes its process id to the file `display` in the same folder.
 */
export function createMadeUpXvfb(folder: string): void {
  const lines = [
    '#!/bin/sh',
    `printf '${madeUpDisplay.slice(1)}' >&3`,
    '/bin/sleep 0.2',
    `printf '\\n' >&3 || exit 1`,
    'exec 3>&-',
    `echo $$ > '${join(folder, 'display')}'`,
    'exec /bin/sleep 60',
  ]
  writeFileSync(join(folder, 'Xvfb'), `${lines.join('\n')}\n`, { mode: 0o755 })
}
