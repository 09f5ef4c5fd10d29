import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { driveVault, Refused } from '../child/drive.ts'
import { addsClient, creates, savesSession } from '../child/entries.ts'
import { idOf, passphrase } from '../child/scenario.ts'
import { assetsFolder } from '../run-child.ts'

const notes = 'What was said, and how it was said, in some detail. '.repeat(60)

/** Makes a vault with one client and some sessions, closes it properly, and returns a folder to copy it from. */
export async function makeVault(sessions: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'attune-vault-'))
  const { call, close } = driveVault(join(root, 'vault'), assetsFolder)
  await creates().run(call)
  await addsClient('Harbour').run(call)
  for (let number = 1; number <= sessions; number += 1)
    await savesSession('Harbour', number, `${number} ${notes}`).run(call)
  await close()
  return root
}

/** Copies a vault into a new folder and returns the vault's folder in it. */
export function copyOf(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'attune-copy-'))
  onTestFinished(() => {
    rmSync(copy, { recursive: true, force: true })
  })
  cpSync(root, copy, { recursive: true })
  return join(copy, 'vault')
}

/** Unlocks a vault; the end of the test closes it. */
export async function unlocked(folder: string, zone?: string) {
  const driven = driveVault(folder, assetsFolder, zone)
  onTestFinished(() => driven.close().catch(() => undefined))
  await driven.call('vault.unlock', { passphrase })
  return driven
}

/** The code of a refusal, or `done`. */
export async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'done',
    (cause: unknown) => {
      if (cause instanceof Refused) return cause.code
      throw cause
    },
  )
}

/** Every session's notes, read through the app's own operations; or the code of a failure. */
export async function contentOf(folder: string, sessions: number): Promise<string> {
  const { call, close } = driveVault(folder, assetsFolder)
  try {
    await call('vault.unlock', { passphrase })
    const read: unknown[] = [await call('clients.list')]
    for (let number = 1; number <= sessions; number += 1)
      read.push(await call('sessions.get', { id: idOf('session', 'Harbour', number) }))
    return JSON.stringify(read)
  } catch (cause) {
    if (cause instanceof Refused) return cause.code
    throw cause
  } finally {
    // A damaged page can prevent the update of the header; the process ends anyway.
    await close().catch(() => undefined)
  }
}
