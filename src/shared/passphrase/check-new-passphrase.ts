import { longestPassphrase, shortestPassphrase } from './limits.ts'

/** Counts the characters of a passphrase as the vault does: after NFC normalisation, an emoji once. */
export function countCharacters(passphrase: string): number {
  return Array.from(passphrase.normalize('NFC')).length
}

/** The input of a form for a new passphrase. */
export interface NewPassphrase {
  readonly passphrase: string
  readonly repeated: string
}

export type NewPassphraseProblem = 'too-short' | 'too-long' | 'different'

/** Lists why this passphrase is refused, in the order of the form; empty if it is accepted. */
export function checkNewPassphrase({ passphrase, repeated }: NewPassphrase): NewPassphraseProblem[] {
  const length = countCharacters(passphrase)
  const problems: NewPassphraseProblem[] = []
  if (length < shortestPassphrase) problems.push('too-short')
  if (length > longestPassphrase) problems.push('too-long')
  if (passphrase.normalize('NFC') !== repeated.normalize('NFC')) problems.push('different')
  return problems
}
