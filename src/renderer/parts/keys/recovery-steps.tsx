import { useState, type ComponentProps } from 'react'
import type { NewRecoveryKey } from '#shared/contract/operations/keys.ts'
import { RecoveryCheck } from './recovery-check.tsx'
import { RecoveryPaper } from './recovery-paper.tsx'

/** The two steps to a new recovery key: put it on paper, then confirm two of its groups from there. */
export function RecoverySteps({
  made,
  submit,
  words,
  aside,
}: { made: NewRecoveryKey } & Pick<ComponentProps<typeof RecoveryCheck>, 'submit' | 'words' | 'aside'>) {
  const [isOnPaper, setIsOnPaper] = useState(false)
  if (!isOnPaper)
    return <RecoveryPaper groups={made.groups} onNext={() => setIsOnPaper(true)} aside={aside} />
  return (
    <RecoveryCheck
      asked={made.asked}
      submit={submit}
      {...(words === undefined ? {} : { words })}
      onShowAgain={() => setIsOnPaper(false)}
      aside={aside}
    />
  )
}
