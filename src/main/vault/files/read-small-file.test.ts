import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readContainer } from '../backups/container.ts'
import { readHeaders } from '../keys/header-files.ts'
import { readFailedAttempts, noAttempts } from '../keys/failed-attempts.ts'
import { readSmallFile } from './read-small-file.ts'

function folderOnDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-small-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const kinds: readonly (readonly [string, (file: string) => void])[] = [
  ['a file of 3 GB', (file) => (writeFileSync(file, ''), truncateSync(file, 3 * 1024 ** 3))],
  [
    'a link to a small file',
    (file) => (writeFileSync(`${file}.target`, '{}'), symlinkSync(`${file}.target`, file)),
  ],
  ['a link that leads nowhere', (file) => symlinkSync('nowhere', file)],
  ...(process.platform === 'win32'
    ? []
    : [['a named pipe', (file: string) => void execFileSync('mkfifo', [file])] as const]),
]

test.each(kinds)('fault 77: %s in the place of a small file is refused at once', async (_what, make) => {
  const folder = folderOnDisk()
  for (const name of ['vault.copy.json', 'attempts.json', 'some.attunebackup']) make(join(folder, name))
  expect(readSmallFile(join(folder, 'vault.copy.json'), 1024)).toBeNull()
  expect(readHeaders(folder)).toMatchObject({ presence: 'damaged' })
  expect(readFailedAttempts(folder)).toEqual(noAttempts)
  expect(await readContainer(join(folder, 'some.attunebackup'))).toEqual({ kind: 'foreign' })
})

test('fault 77: a file of exactly the allowed size is read, and one byte more is not', () => {
  const file = join(folderOnDisk(), 'small')
  writeFileSync(file, 'x'.repeat(10))
  expect(readSmallFile(file, 10)?.toString()).toBe('x'.repeat(10))
  expect(readSmallFile(file, 9)).toBeNull()
  expect(() => readSmallFile(`${file}.not-there`, 10)).toThrow(/ENOENT/)
})

// Linux says of these files that they are empty.
test.runIf(process.platform === 'linux')(
  'fault 77: a file with more in it than its size says is read whole, up to the allowed size',
  () => {
    const file = '/proc/self/status'
    const whole = readSmallFile(file, 64 * 1024)?.toString() ?? ''
    expect(whole).toMatch(/^Name:[^]+\nVmRSS:[^]+\nnonvoluntary_ctxt_switches:.+\n$/)
    expect(readSmallFile(file, 100)).toBeNull()
  },
)
