import { z } from 'zod'

/** Digits and capital letters without I, L, O and U: none of them looks like another. Five bits each. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolsPerGroup = 4

/** The number of groups of a printed recovery key, each of five characters. */
export const recoveryKeyGroups = 13
export const recoveryKeyGroupLength = symbolsPerGroup + 1
export const recoveryKeyBytes = 32

/** The longest text that is read as a recovery key. */
export const longestRecoveryKeyText = 300
/** The longest text that is read as one of its groups. */
export const longestGroupText = 40

/** A recovery key as typed, with any spaces and hyphens. */
export const recoveryKeyTextSchema = z.string().min(1).max(longestRecoveryKeyText)

/** The wrong groups of a typed recovery key, numbered from 1; empty if only its length is wrong. */
export type RecoveryKeyReading =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  | { readonly kind: 'mistyped'; readonly groups: readonly number[] }

/**
 * Prints 32 bytes as 13 groups of five characters. The fifth of each group checks the four before it and the group's
 * place, so a typing mistake shows which group is wrong.
 *
 * 13 times four characters hold 260 bits; the last four of them are zero.
 */
export function printRecoveryKey(key: Uint8Array): string[] {
  if (key.length !== recoveryKeyBytes) throw new Error('a recovery key has 32 bytes')
  const symbols = toSymbols(key)
  return Array.from({ length: recoveryKeyGroups }, (_, index) => {
    const group = symbols.slice(index * symbolsPerGroup, (index + 1) * symbolsPerGroup)
    return [...group, checkOf(index, group)].map((value) => alphabet.charAt(value)).join('')
  })
}

/** Reads a typed recovery key. Accepts small letters, spaces, hyphens, O for 0, and I or L for 1. */
export function readRecoveryKey(text: string): RecoveryKeyReading {
  const characters = cleaned(text)
  if (characters.length !== recoveryKeyGroups * recoveryKeyGroupLength)
    return { kind: 'mistyped', groups: groupsBefore(characters) }
  const groups = groupsOf(characters)
  const wrong = groups.flatMap((group, index) => (isGroupSound(index, group) ? [] : [index + 1]))
  if (wrong.length > 0) return { kind: 'mistyped', groups: wrong }
  const key = toBytes(groups.flatMap((group) => valuesOf(group).slice(0, symbolsPerGroup)))
  return key === null ? { kind: 'mistyped', groups: [recoveryKeyGroups] } : { kind: 'key', key }
}

/** Whether two texts are the same group of a recovery key, read as typed input. */
export function isSameGroup(typed: string, printed: string): boolean {
  return cleaned(typed) === printed
}

/** The first wrong group of a text of the wrong length, so that the user knows where to look. */
function groupsBefore(characters: string): number[] {
  const index = groupsOf(characters).findIndex((group, place) => !isGroupSound(place, group))
  return index === -1 || index >= recoveryKeyGroups ? [] : [index + 1]
}

function cleaned(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s\-‐-―]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

function groupsOf(characters: string): string[] {
  return characters.match(new RegExp(`.{1,${recoveryKeyGroupLength}}`, 'gsu')) ?? []
}

function valuesOf(group: string): number[] {
  return Array.from(group, (character) => alphabet.indexOf(character))
}

function isGroupSound(index: number, group: string): boolean {
  const values = valuesOf(group)
  if (values.length !== recoveryKeyGroupLength || values.includes(-1)) return false
  return values.at(-1) === checkOf(index, values.slice(0, symbolsPerGroup))
}

/**
 * A polynomial over the field of 32 elements, with the group's place as its first coefficient: any one wrong
 * character, any two swapped ones and any two swapped groups change it.
 */
function checkOf(index: number, group: readonly number[]): number {
  return double(group.reduce((sum, value) => double(sum) ^ value, index + 1))
}

/** Doubles an element of the field of 32 elements, modulo x^5 + x^2 + 1. */
function double(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

function toSymbols(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('') + '0000'
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2))
}

/** The bytes of 52 symbols, or null if the four spare bits are not zero. */
function toBytes(symbols: readonly number[]): Uint8Array | null {
  const bits = symbols.map((value) => value.toString(2).padStart(5, '0')).join('')
  if (bits.slice(recoveryKeyBytes * 8) !== '0000') return null
  return Uint8Array.from({ length: recoveryKeyBytes }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  )
}
