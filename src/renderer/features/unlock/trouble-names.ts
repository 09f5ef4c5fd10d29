import { trouble } from '#shared/i18n/en/trouble.ts'
import { codeOf } from '#renderer/lib/error-words.ts'

/** A trouble that has a screen of its own. */
export type TroubleName = keyof typeof trouble.screens

export const troubleNames = Object.keys(trouble.screens).filter(isTroubleName)

/** Which screen a failure has: its own, or the one for what has no name. */
export function troubleOf(failure: unknown): TroubleName {
  const code = codeOf(failure)
  return isTroubleName(code) ? code : 'unknown'
}

function isTroubleName(name: string): name is TroubleName {
  return Object.hasOwn(trouble.screens, name)
}

/** Where a copy from earlier is the way out, or may be. */
export const restorable: ReadonlySet<TroubleName> = new Set<TroubleName>([
  'header-damaged',
  'vault-missing',
  'vault-empty',
  'vault-damaged',
  'vault-not-ours',
  'disk-error',
])

/** Where somebody has to look into the vault's folder. */
export const aboutFolder: ReadonlySet<TroubleName> = new Set<TroubleName>([
  ...restorable,
  'vault-in-use',
  'vault-read-only',
  'disk-full',
])

/** What happens on the way through an unlock and is no matter of what was typed. */
export const hasScreenAtUnlock: ReadonlySet<TroubleName> = new Set<TroubleName>([
  ...aboutFolder,
  'vault-newer',
  'vault-not-starting',
  'self-test-failed',
])
