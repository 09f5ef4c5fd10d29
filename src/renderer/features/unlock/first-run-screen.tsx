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
 * From no vault to an open one, in four steps.
 *
 * The vault is open from the end of the second; the rest of the app is told only after the last, so that they stay.
 */
export function FirstRunScreen({
  onRestore,
}: {
  /** Leads to the backups: what looks like a first run may be a computer whose vault is gone. */
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
