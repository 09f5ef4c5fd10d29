import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name of the display that the made-up Xvfb opens. */
export const madeUpDisplay = ':42'

/**
 * Puts an `Xvfb` into `folder` that opens nothing. Like the real one it writes its number and the end of the line one
 * after the other, and ends if nobody reads to the end. It leaves its process id in `display` in the same folder.
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
