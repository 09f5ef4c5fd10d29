import { describe, expect, test } from 'vitest'
import { suggestWords } from '#shared/passphrase/suggest-words.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { assertPassphraseAcceptable } from './passphrase.ts'

describe('assertPassphraseAcceptable', () => {
  test.each([
    ['one character', 'aaaaaaaaaaaa'],
    ['one character many times', 'x'.repeat(1_000)],
    ['nothing but spaces', ' '.repeat(12)],
    ['a row of digits', '123456789012'],
    ['a row of the keyboard', 'qwertyuiop12'],
    ['the row of a German keyboard', 'qwertzuiopü1'],
    ['the columns of the keyboard', '1qaz2wsx3edc'],
    ['the alphabet', 'abcdefghijkl'],
    ['a word twice', 'passwordpassword'],
    ['a common password with digits', 'letmein12345'],
    ['the app’s name with a year', 'attune202612'],
    ['a profession with a year', 'therapist2026'],
    ['a word and a year with a sign', 'Summer2026!!'],
  ])('refuses %s', async (_, passphrase) => {
    await expect(assertPassphraseAcceptable(typedSecret(passphrase))).rejects.toMatchObject({
      code: 'passphrase-weak',
    })
  })

  test('refuses eleven characters as too short, however odd they are', async () => {
    await expect(assertPassphraseAcceptable(typedSecret('k9#Vq2!zTx7'))).rejects.toMatchObject({
      code: 'passphrase-too-short',
    })
  })

  test.each(['quiet otter lamp', 'a café by the sea', 'mein Hund mag keinen Regen', 'k9#Vq2!zTx7L'])(
    'takes “%s”',
    async (passphrase) => {
      await expect(assertPassphraseAcceptable(typedSecret(passphrase))).resolves.toBeUndefined()
    },
  )

  test('takes a thousand characters without delay, and every suggestion', async () => {
    const numbers = crypto.getRandomValues(new Uint32Array(2_000))
    let next = 0
    const words = () => suggestWords(() => numbers[next++] ?? 0).join(' ')
    await expect(assertPassphraseAcceptable(typedSecret(words()))).resolves.toBeUndefined()
    const long = Array.from({ length: 40 }, words).join(' ').slice(0, 1_000)
    await expect(assertPassphraseAcceptable(typedSecret(long))).resolves.toBeUndefined()
  })
})
