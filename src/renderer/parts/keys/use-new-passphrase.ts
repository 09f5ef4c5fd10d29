import { useRef, useState } from 'react'
import { checkNewPassphrase } from '#shared/passphrase/check-new-passphrase.ts'

/** The state of choosing a passphrase: the text of its two fields, and the remaining problems. */
export function useNewPassphrase() {
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const passphraseBox = useRef<HTMLInputElement>(null)
  const repeatedBox = useRef<HTMLInputElement>(null)
  const problems = checkNewPassphrase({ passphrase, repeated })
  return {
    passphrase,
    setPassphrase,
    repeated,
    setRepeated,
    passphraseBox,
    repeatedBox,
    /** The errors at the fields; none before the first try. */
    shown: hasTried ? problems : [],
    /** Whether the passphrase is accepted. If not, shows the errors and focuses the first field that has one. */
    check: (): boolean => {
      setHasTried(true)
      if (problems.length === 0) return true
      const isAboutFirst = problems.some((problem) => problem !== 'different')
      ;(isAboutFirst ? passphraseBox : repeatedBox).current?.focus()
      return false
    },
  }
}

export type ChosenPassphrase = ReturnType<typeof useNewPassphrase>
