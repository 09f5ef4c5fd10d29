import {
  readRecoveryKey,
  recoveryKeyGroupLength,
  recoveryKeyGroups,
  recoveryKeySymbols,
} from '#shared/recovery-key/recovery-key.ts'
import { listInWords } from '#renderer/lib/lists.ts'

/** Why a typed recovery key cannot be tried, and the groups to check, counted from 1. */
export interface RecoveryKeyProblem {
  readonly kind: 'missing' | 'mistypedOne' | 'mistypedSome' | 'tooFew' | 'tooMany'
  readonly groups: readonly number[]
  readonly values: { readonly groups: string; readonly count: number; readonly of: number }
}

const whole = recoveryKeyGroups * recoveryKeyGroupLength

/** Null if the text is a well-formed recovery key, right or wrong. */
export function problemOf(text: string): RecoveryKeyProblem | null {
  const count = characters(text).length
  const problem = (kind: RecoveryKeyProblem['kind'], groups: readonly number[]): RecoveryKeyProblem => ({
    kind,
    groups,
    values: { groups: listInWords(groups.map(String)), count, of: whole },
  })
  if (count === 0) return problem('missing', [])
  const reading = readRecoveryKey(recoveryKeySymbols(text))
  if (reading.kind === 'key') return null
  if (count !== whole) return problem(count < whole ? 'tooFew' : 'tooMany', reading.groups)
  return problem(reading.groups.length === 1 ? 'mistypedOne' : 'mistypedSome', reading.groups)
}

/** The text in groups as on the paper, so that both are easy to compare. */
export function typedGroups(text: string): string[] {
  return characters(text).match(new RegExp(`.{1,${recoveryKeyGroupLength}}`, 'gsu')) ?? []
}

function characters(text: string): string {
  return text.toUpperCase().replaceAll(/[\s\-‐-―]/gu, '')
}
