import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { LoadingWindow } from '#renderer/ui/loading.tsx'
import { hasScreenAtUnlock, troubleOf, type TroubleName } from './trouble-names.ts'
import { TroubleScreen } from './trouble-screen.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useUnlock } from './use-unlock.ts'

// Reading a recovery key needs the schemas, which unlocking by passphrase does not.
const RecoveryScreen = lazy(async () => ({ default: (await import('./recovery-screen.tsx')).RecoveryScreen }))

/** The screen before an existing vault: the passphrase, or the trouble that an unlock met. */
export function UnlockScreen({
  onRestore,
  onUnlockLikely,
}: {
  onRestore?: (() => void) | undefined
  /** Called once the user begins to type: a locked page mostly just waits, so other work waits for this. */
  onUnlockLikely?: () => void
}) {
  const { t } = useTranslation()
  const [isForgotten, setIsForgotten] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [trouble, setTrouble] = useState<{ name: TroubleName; times: number } | null>(null)
  const unlock = useUnlock((failure) => {
    const name = troubleOf(failure)
    setTrouble((before) => {
      if (!hasScreenAtUnlock.has(name)) return null
      return { name, times: before?.name === name ? before.times + 1 : 1 }
    })
  })
  const isUnlockLikely = passphrase !== '' || isForgotten
  useEffect(() => {
    if (isUnlockLikely) onUnlockLikely?.()
  }, [isUnlockLikely, onUnlockLikely])
  if (trouble)
    return (
      <TroubleScreen
        name={trouble.name}
        tryAgain={{
          run: () => unlock.mutate({ passphrase: typedSecret(passphrase) }),
          isPending: unlock.isPending,
          isStillSo: trouble.times > 1,
        }}
        onRestore={onRestore}
      />
    )
  if (isForgotten)
    return (
      <Suspense fallback={<LoadingWindow label={t('app.loading')} />}>
        <RecoveryScreen onBack={() => setIsForgotten(false)} onRestore={onRestore} />
      </Suspense>
    )
  return (
    <UnlockForm
      passphrase={passphrase}
      onChange={setPassphrase}
      unlock={unlock}
      onForgotten={() => {
        setPassphrase('')
        setIsForgotten(true)
      }}
    />
  )
}
