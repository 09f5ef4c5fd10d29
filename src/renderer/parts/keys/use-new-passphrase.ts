import { useRef, useState } from 'react'
import { checkNewPassphrase } from '#shared/passphrase/check-new-passphrase.ts'

/** A passphrase that is being chosen: what was typed in its two boxes, and what still stands in the way. */
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
    /** What to say at the boxes: nothing before the first try. */
    shown: hasTried ? problems : [],
    /** Whether it will do. Where it won't, that is said, and the focus goes to the box it is about. */
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
