/** Digits and capital letters without I, L, O and U: none of them looks like another. Five bits each. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolsPerGroup = 4
/** Stands for a character that no recovery key has. */
const notASymbol = 0xff

/** The number of groups of a printed recovery key, each of five characters. */
export const recoveryKeyGroups = 13
export const recoveryKeyGroupLength = symbolsPerGroup + 1
export const recoveryKeyBytes = 32

/** The longest text that is read as a recovery key. */
export const longestRecoveryKeyText = 300
/** The longest text that is read as one of its groups. */
export const longestGroupText = 40

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

/**
 * A typed recovery key as it crosses to the vault process: one byte for each character, without spaces and hyphens.
 * Accepts small letters, O for 0, and I or L for 1.
 */
export function recoveryKeySymbols(text: string): Uint8Array {
  return Uint8Array.from(cleaned(text), (character) => alphabet.indexOf(character) & notASymbol)
}

/** Reads the symbols of a typed recovery key. */
export function readRecoveryKey(symbols: Uint8Array): RecoveryKeyReading {
  const groups = Array.from({ length: Math.ceil(symbols.length / recoveryKeyGroupLength) }, (_, index) =>
    symbols.subarray(index * recoveryKeyGroupLength, (index + 1) * recoveryKeyGroupLength),
  )
  const wrong = groups.flatMap((group, index) => (isGroupSound(index, group) ? [] : [index + 1]))
  // In a text of the wrong length, the first wrong group shows where to look.
  if (symbols.length !== recoveryKeyGroups * recoveryKeyGroupLength)
    return { kind: 'mistyped', groups: wrong.slice(0, 1).filter((number) => number <= recoveryKeyGroups) }
  if (wrong.length > 0) return { kind: 'mistyped', groups: wrong }
  const key = toBytes(groups)
  return key === null ? { kind: 'mistyped', groups: [recoveryKeyGroups] } : { kind: 'key', key }
}

/** Whether two texts are the same group of a recovery key, read as typed input. */
export function isSameGroup(typed: string, printed: string): boolean {
  return cleaned(typed) === printed
}

function cleaned(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s\-‐-―]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

function isGroupSound(index: number, group: Uint8Array): boolean {
  if (group.length !== recoveryKeyGroupLength || group.includes(notASymbol)) return false
  return group[symbolsPerGroup] === checkOf(index, group.subarray(0, symbolsPerGroup))
}

/**
 * A polynomial over the field of 32 elements, with the group's place as its first coefficient: any one wrong
 * character, any two swapped ones and any two swapped groups change it.
 */
function checkOf(index: number, group: Uint8Array): number {
  return double(group.reduce((sum, value) => double(sum) ^ value, index + 1))
}

/** Doubles an element of the field of 32 elements, modulo x^5 + x^2 + 1. */
function double(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

function toSymbols(bytes: Uint8Array): Uint8Array {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('') + '0000'
  return Uint8Array.from(bits.match(/.{5}/g) ?? [], (five) => Number.parseInt(five, 2))
}

/** The bytes of 13 groups, or null if the four spare bits are not zero. Leaves no text and no copy behind. */
function toBytes(groups: readonly Uint8Array[]): Uint8Array | null {
  const key = new Uint8Array(recoveryKeyBytes)
  let waiting = 0
  let waitingBits = 0
  let filled = 0
  for (const group of groups)
    for (const symbol of group.subarray(0, symbolsPerGroup)) {
      waiting = (waiting << 5) | symbol
      waitingBits += 5
      if (waitingBits < 8) continue
      waitingBits -= 8
      key[filled] = waiting >> waitingBits
      waiting &= (1 << waitingBits) - 1
      filled += 1
    }
  if (waiting === 0) return key
  key.fill(0)
  return null
}
