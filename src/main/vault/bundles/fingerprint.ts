import { createHash } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { PersonKeys } from '#shared/bundles/person-keys.ts'
import { fingerprintWords, type WordsCompared } from '#shared/bundles/words-compared.ts'

const bitsOfWord = 11
/** No two words of the list begin with the same four letters. */
const tellingLetters = 4

/**
 * The words that stand for a person's public keys: 132 bits of a SHA-256 over all of them. Two people read them out to
 * each other to be sure that nobody has exchanged the keys on the way.
 */
export function wordsOfKeys({ age, agePostQuantum, signing }: PersonKeys): string[] {
  const hash = createHash('sha256')
    .update(['attune-fingerprint/1', age, agePostQuantum ?? '-', signing].join('\n'))
    .digest('hex')
  const bits = BigInt(`0x${hash}`).toString(2).padStart(256, '0')
  return Array.from({ length: fingerprintWords }, (_, index) => {
    const place = Number.parseInt(bits.slice(index * bitsOfWord, (index + 1) * bitsOfWord), 2)
    const word = wordlist[place]
    if (word === undefined) throw new Error('the list of words is shorter than 2,048')
    return word
  })
}

/**
 * Compares typed words with those of a person's keys. Ignores case and everything between words; the first four letters
 * of a word are enough.
 */
export function compareWords(typed: string, keys: PersonKeys): WordsCompared {
  const given =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  if (given.length < fingerprintWords) return { kind: 'incomplete', typed: given.length }
  if (given.length > fingerprintWords) return { kind: 'too-many', typed: given.length }
  const beginningOf = (word: string | undefined) => word?.slice(0, tellingLetters)
  const wrong = wordsOfKeys(keys).flatMap((word, index) =>
    beginningOf(word) === beginningOf(given[index]) ? [] : [index + 1],
  )
  return wrong.length === 0 ? { kind: 'same' } : { kind: 'different', wrong }
}
