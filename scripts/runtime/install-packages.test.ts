import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { aptCommand, asTyped, findAptSystem, runInstallCommand } from './install-packages.ts'

const folder = mkdtempSync(join(tmpdir(), 'attune-packages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'],
  ['ubuntu', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n'],
  ['ubuntu', 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'],
  ['debian', 'ID=raspbian\nID_LIKE=debian\n'],
  [undefined, 'ID="fedora"\nVERSION_ID=42\n'],
])('a system of the kind %s is known by its own description', (system, description) => {
  const file = join(folder, 'os-release')
  writeFileSync(file, description)
  expect(findAptSystem(file)).toBe(system)
})

test('a system without a description is unknown', () => {
  expect(findAptSystem(join(folder, 'nowhere'))).toBeUndefined()
})

test('an ordinary user types a command with sudo, and a run does not wait long for a server', () => {
  const command = aptCommand(['strace'])
  expect(asTyped(command, 0)).toBe(command)
  expect(asTyped(command, 1_000)).toBe(`sudo sh -c '${command}'`)
  const noted = join(folder, 'noted')
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\necho "$*" >> '${noted}'\n`, { mode: 0o755 })
  runInstallCommand(command, { PATH: `${folder}:/usr/bin:/bin` })
  const impatient = '-o Acquire::Retries=0 -o Acquire::http::Timeout=10'
  expect(readFileSync(noted, 'utf8')).toBe(
    `${impatient} update\n${impatient} install -y --no-install-recommends strace\n`,
  )
})
