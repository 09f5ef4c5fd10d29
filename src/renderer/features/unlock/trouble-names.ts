import { trouble } from '#shared/i18n/en/trouble.ts'
import { codeOf } from '#renderer/lib/error-words.ts'

/** A trouble that has a screen of its own. */
export type TroubleName = keyof typeof trouble.screens

export const troubleNames = Object.keys(trouble.screens).filter(isTroubleName)

/** The screen for a failure: its own, or the general one. */
export function troubleOf(failure: unknown): TroubleName {
  const code = codeOf(failure)
  return isTroubleName(code) ? code : 'unknown'
}

function isTroubleName(name: string): name is TroubleName {
  return Object.hasOwn(trouble.screens, name)
}

/** Trouble that restoring a backup solves, or may solve. */
export const restorable: ReadonlySet<TroubleName> = new Set<TroubleName>([
  'header-damaged',
  'vault-missing',
  'vault-empty',
  'vault-damaged',
  'vault-tampered',
  'vault-not-ours',
  'vault-newer',
  'disk-error',
])

/** Trouble that requires a look into the vault's folder. */
export const aboutFolder: ReadonlySet<TroubleName> = new Set<TroubleName>([
  ...restorable,
  'vault-in-use',
  'vault-read-only',
  'disk-full',
])

/** Trouble during an unlock that is not about the typed text. */
export const hasScreenAtUnlock: ReadonlySet<TroubleName> = new Set<TroubleName>([
  ...aboutFolder,
  'vault-not-starting',
  'self-test-failed',
])
