import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { repositoryFolder } from '../runtime/repository.ts'
import { installLauncher, programNameOf } from './launcher.ts'

/** A folder with a packed program that runs this script, behind the launcher. */
function installed(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune launcher-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'attune'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  installLauncher(folder, 'attune')
  return folder
}

const run = (program: string, given: string[] = [], env: NodeJS.ProcessEnv = process.env) =>
  spawnSync(program, given, { encoding: 'utf8', env })

describe.runIf(process.platform === 'linux')('fault 124: a packed app that crashes on Linux', () => {
  const limits = 'grep "core file" /proc/self/limits'

  test('leaves no core dump, also where the system passes them on to a program', () => {
    const folder = installed(`${limits}; sh -c '${limits}'`)
    // The limit of the process itself and of one that it starts: neither can be raised again.
    const limit = /Max core file size +1 +1 +bytes/g
    expect(run(join(folder, 'attune')).stdout.match(limit)).toHaveLength(2)
  })

  test('leaves none without prlimit, and under a limit that can’t be raised', () => {
    const folder = installed(limits)
    const bare = mkdtempSync(join(tmpdir(), 'attune-bare-'))
    onTestFinished(() => rmSync(bare, { recursive: true, force: true }))
    for (const tool of ['grep', 'dirname', 'readlink']) {
      const { stdout } = run('sh', ['-c', `command -v ${tool}`])
      symlinkSync(stdout.trim(), join(bare, tool))
    }
    const none = /Max core file size +0 +0 +bytes/
    expect(run(join(folder, 'attune'), [], { PATH: bare }).stdout).toMatch(none)
    // Not even a limit of zero may keep the app from starting. Root may raise any limit.
    const { stdout } = run('sh', ['-c', `ulimit -c 0; exec "${join(folder, 'attune')}"`])
    expect(stdout).toMatch(/Max core file size +[01] +[01] +bytes/)
  })

  test('gets its arguments, its exit code and its own folder through a link', () => {
    const folder = installed('printf "%s|" "$0" "$@"; exit 7')
    const link = join(folder, 'link')
    symlinkSync(join(folder, 'attune'), link)
    const { stdout, status } = run(link, ['--a b', 'attune://x'])
    expect(stdout).toBe(`${join(folder, programNameOf('attune'))}|--a b|attune://x|`)
    expect(status).toBe(7)
  })
})

test('the sandbox’s exception on Ubuntu covers the program behind the launcher', () => {
  const builder = z
    .object({
      deb: z.object({ appArmorProfile: z.string() }),
      linux: z.object({ executableName: z.string() }),
    })
    .parse(parse(readFileSync(join(repositoryFolder, 'electron-builder.yml'), 'utf8')))
  const profile = readFileSync(join(repositoryFolder, builder.deb.appArmorProfile), 'utf8')
  expect(programNameOf(builder.linux.executableName)).toBe('attune-app')
  expect(profile).toContain('"/opt/${sanitizedProductName}/${executable}{,-app}" flags=(unconfined)')
  expect(profile).toContain('userns,')
})
