import { useState } from 'react'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useTakeStatus } from '#renderer/lib/change.ts'
import { FirstRunBegin } from './first-run-begin.tsx'
import { FirstRunPassphrase } from './first-run-passphrase.tsx'
import { FirstRunRecovery } from './first-run-recovery.tsx'
import { FirstRunWelcome } from './first-run-welcome.tsx'

type Step =
  | { name: 'welcome' }
  | { name: 'passphrase' }
  | { name: 'recovery'; status: VaultStatus }
  | { name: 'begin'; status: VaultStatus }

/**
 * Creates and opens a vault in four steps.
 *
 * The vault is open after the second step. The rest of the app learns this only after the last, so that these screens
 * stay.
 */
export function FirstRunScreen({
  onRestore,
}: {
  /** Opens the backups, because an apparent first run may be a computer that has lost its vault. */
  onRestore?: (() => void) | undefined
}) {
  const take = useTakeStatus()
  const [step, setStep] = useState<Step>({ name: 'welcome' })
  switch (step.name) {
    case 'welcome':
      return <FirstRunWelcome onNext={() => setStep({ name: 'passphrase' })} onRestore={onRestore} />
    case 'passphrase':
      return (
        <FirstRunPassphrase
          onBack={() => setStep({ name: 'welcome' })}
          onCreated={(status) => setStep({ name: 'recovery', status })}
        />
      )
    case 'recovery':
      return (
        <FirstRunRecovery
          onConfirmed={(status) => setStep({ name: 'begin', status })}
          onPostponed={() => setStep({ name: 'begin', status: step.status })}
        />
      )
    case 'begin':
      return <FirstRunBegin onDone={({ hasSample }) => take({ ...step.status, hasSample })} />
  }
}
