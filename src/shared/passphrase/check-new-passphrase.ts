import { longestPassphrase, shortestPassphrase } from './limits.ts'

/** How many characters a passphrase has, as the vault counts them: after NFC normalisation, an emoji once. */
export function countCharacters(passphrase: string): number {
  return Array.from(passphrase.normalize('NFC')).length
}

/** What is typed where a passphrase is chosen. */
export interface NewPassphrase {
  readonly passphrase: string
  readonly repeated: string
}

export type NewPassphraseProblem = 'too-short' | 'too-long' | 'different'

/** Everything that keeps this passphrase from being taken, in the order of the form; empty where it will do. */
export function checkNewPassphrase({ passphrase, repeated }: NewPassphrase): NewPassphraseProblem[] {
  const length = countCharacters(passphrase)
  const problems: NewPassphraseProblem[] = []
  if (length < shortestPassphrase) problems.push('too-short')
  if (length > longestPassphrase) problems.push('too-long')
  if (passphrase.normalize('NFC') !== repeated.normalize('NFC')) problems.push('different')
  return problems
}
