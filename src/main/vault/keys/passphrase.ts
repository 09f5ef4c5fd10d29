import { countCharacters } from '#shared/passphrase/check-new-passphrase.ts'
import { AppError } from '#shared/contract/result.ts'
import { longestPassphrase, shortestPassphrase } from '#shared/passphrase/limits.ts'

/**
 * The fewest guesses, as a power of ten, that a new passphrase must take by zxcvbn's estimate. Each guess costs at
 * least half a second of a processor (`choose-cost.ts`), so 10¹⁰ guesses cost about 160 years of one.
 */
const fewestGuessesLog10 = 10

/**
 * The text of a new passphrase, which only a check of its strength and the age format need. Throws `invalid-input` for
 * bytes that no keyboard gives: not UTF-8, or not normalised, which would make a vault that nobody can open again.
 */
export function newPassphraseText(passphrase: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(passphrase)
    if (text === text.normalize('NFC')) return text
  } catch {
    // Refused below.
  }
  throw new AppError('invalid-input', ['passphrase'])
}

/**
 * Throws `passphrase-too-short` if a new passphrase is too short to protect anything, and `passphrase-weak` if it is
 * long but guessed early: one character or word again and again, a row of the keyboard, a common password.
 */
export async function assertPassphraseAcceptable(passphrase: Uint8Array): Promise<void> {
  const text = newPassphraseText(passphrase)
  const length = countCharacters(text)
  if (length < shortestPassphrase) throw new AppError('passphrase-too-short')
  if (length > longestPassphrase) throw new AppError('invalid-input', ['passphrase'])
  estimator ??= loadEstimator()
  const { check } = await estimator
  if (check(text) < fewestGuessesLog10) throw new AppError('passphrase-weak')
}

let estimator: ReturnType<typeof loadEstimator> | undefined

/** Loads the lists of common passwords and words, which only a new passphrase needs. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: {
      passwords: common.dictionary['passwords-common'],
      words: english.dictionary['commonWords-en'],
      names: english.dictionary['firstnames-en'],
      attune: ['attune', 'therapist', 'therapy'],
    },
    graphs: common.adjacencyGraphs,
    // The estimate takes time with the square of the length, and so many characters decide it.
    maxLength: 100,
  })
  return { check: (passphrase: string): number => zxcvbn.check(passphrase).guessesLog10 }
}
