import { assertKnownAnswers } from '../keys/self-test/self-test.ts'

/** An age file of the words below, made with a work factor of 2^10; the `age` program (1.1.1) opens it too. */
const file = Buffer.from(
  [
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBWQ2t4TU1mM2txQW9XckdXY0c1TEVnIDEwClpOdy93MkoyaGtEZXlkQkFv',
    'MDFaNWV4bk9LNDMzdmIyMDJtangycGxjd00KLS0tIEllVGVDdzViWHJ6cU5CQzdpVVp5dy9SbjBYSVllZkRUeG5ZdGg5UlFCYTgK',
    'WUTAn+V6C9UkiFJG7mbDRXZIkghIYFCqiscNJgm9Id8GWpNoPcradC7cJ1nsi9b2JzQn8NQ=',
  ].join(''),
  'base64',
)
const passphrase = 'quiet harbour seven lamps'
const words = 'a lamp in the harbour'

const opens = async (given: Uint8Array): Promise<string | null> => {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(given, 'text')
  } catch {
    return null
  }
}

/** The file with one bit of its last byte flipped. */
const damaged = (): Uint8Array => {
  const copy = Uint8Array.from(file)
  copy.set([(copy.at(-1) ?? 0) ^ 1], copy.length - 1)
  return copy
}

const check = async (given: Uint8Array): Promise<boolean> =>
  (await opens(given)) === words && (await opens(damaged())) === null

let passed: Promise<void> | null = null

/**
 * Throws `self-test-failed` if a known age file does not open, or a damaged one does. Runs before anything is sealed,
 * once per process.
 */
export function assertAgeIsKnown(given: Uint8Array = file): Promise<void> {
  if (given !== file) return assertKnownAnswers({ age: () => check(given) })
  passed ??= assertKnownAnswers({ age: () => check(file) })
  return passed
}
