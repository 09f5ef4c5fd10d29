import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { FirstRunBegin } from './first-run-begin.tsx'
import { FirstRunPassphrase } from './first-run-passphrase.tsx'
import { FirstRunWelcome } from './first-run-welcome.tsx'

type Step = { name: 'welcome' } | { name: 'passphrase' } | { name: 'begin'; status: VaultStatus }

/**
 * From no vault to an open one, in three steps.
 *
 * The vault is open from the end of the second; the rest of the app is told only after the third, so that it stays.
 */
export function FirstRunScreen() {
  const queryClient = useQueryClient()
  const [step, setStep] = useState<Step>({ name: 'welcome' })
  switch (step.name) {
    case 'welcome':
      return <FirstRunWelcome onNext={() => setStep({ name: 'passphrase' })} />
    case 'passphrase':
      return (
        <FirstRunPassphrase
          onBack={() => setStep({ name: 'welcome' })}
          onCreated={(status) => setStep({ name: 'begin', status })}
        />
      )
    case 'begin':
      return (
        <FirstRunBegin
          onDone={({ hasSample }) =>
            queryClient.setQueryData(queryKeys.status, { ...step.status, hasSample })
          }
        />
      )
  }
}
