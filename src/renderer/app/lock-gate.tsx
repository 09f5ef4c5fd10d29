import { lazy, Suspense, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RestoreResult } from '#shared/contract/operations/backups.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { AboutContext, RestoredContext } from '../lib/app-context.ts'
import { StartTrouble } from '../features/unlock/start-trouble.tsx'
import { troubleOf } from '../features/unlock/trouble-names.ts'
import { UnlockScreen } from '../features/unlock/unlock-screen.tsx'
import { useAsk } from '../lib/ask.ts'
import { followComputer } from '../lib/i18n.ts'
import { takeStartField } from '../lib/start-field.ts'
import { LoadingWindow } from '../ui/loading.tsx'
import { LockWarning } from './lock-warning.tsx'
import { partLoadedAhead } from './part-loaded-ahead.tsx'
import { useLoadAhead } from './load-in-idle-time.ts'
import { useCopyNote } from './use-copy-note.ts'
import { useLocking, type Locking } from './use-locking.ts'
import { useTextMenu } from './use-text-menu.ts'
import { useZoomKeys } from './use-zoom-keys.ts'
import styles from './locking-screen.module.css'

const openApp = partLoadedAhead(() => import('./open-app.tsx').then(({ loadOpenApp }) => loadOpenApp()))
// A vault that waits for its passphrase needs none of the following screens.
const FirstRunScreen = lazy(async () => ({
  default: (await import('../features/unlock/first-run-screen.tsx')).FirstRunScreen,
}))
const ChooseNewScreen = lazy(async () => ({
  default: (await import('../features/unlock/choose-new-screen.tsx')).ChooseNewScreen,
}))
const GoneBackScreen = lazy(async () => ({
  default: (await import('../features/unlock/gone-back-screen.tsx')).GoneBackScreen,
}))
const RestoreDoor = lazy(async () => ({ default: (await import('./restore-door.tsx')).RestoreDoor }))
const RestoredDoor = lazy(async () => ({ default: (await import('./restore-door.tsx')).RestoredDoor }))
const HandOverScreen = lazy(async () => ({
  default: (await import('../features/hand-over/hand-over-screen.tsx')).HandOverScreen,
}))

/** Shows what the vault's state allows, and nothing of the vault once it starts to lock. */
export function LockGate() {
  const { t } = useTranslation()
  const locking = useLocking()
  useCopyNote()
  useTextMenu()
  useZoomKeys()
  const queryClient = useQueryClient()
  const [restored, setRestored] = useState<RestoreResult | null>(null)
  const afterRestore = (result: RestoreResult): void => {
    setRestored(result)
    queryClient.clear()
  }
  const status = useAsk('vault.status')
  const about = useAsk('app.about')
  const [dateLocale, setDateLocale] = useState<string>()
  const locale = about.data?.locale
  // During rendering, so that no date below appears in another form first.
  if (locale !== undefined && locale !== dateLocale) {
    followComputer(locale)
    setDateLocale(locale)
  }
  const isKnown = status.isError || about.isError || (status.isSuccess && about.isSuccess)
  useEffect(() => {
    // The unlock form has removed the field by now; any other screen must remove it too.
    if (isKnown) takeStartField()
  }, [isKnown])
  if (locking !== 'no') return <LockingScreen locking={locking} />
  if (restored)
    return (
      <Suspense fallback={<LoadingWindow label={t('app.loading')} />}>
        <RestoredDoor result={restored} />
      </Suspense>
    )
  if (status.isError || about.isError)
    return (
      <AboutContext value={about.data ?? null}>
        <StartTrouble name={troubleOf(status.error ?? about.error)} />
      </AboutContext>
    )
  if (!status.data || !about.data) return <LoadingWindow label={t('app.loading')} />
  return (
    <AboutContext value={about.data}>
      <Suspense fallback={<LoadingWindow label={t('app.loading')} />}>
        <RestoredContext value={afterRestore}>
          <Gate status={status.data} />
        </RestoredContext>
      </Suspense>
      {status.data.state === 'locked' && status.data.presence !== 'none' ? null : <LockWarning />}
    </AboutContext>
  )
}

function Gate({ status: { state, presence, mustChoosePassphrase, goneBack } }: { status: VaultStatus }) {
  const [isLooking, setIsLooking] = useState(false)
  const [isRestoring, setIsRestoring] = useState(false)
  const restore = (): void => setIsRestoring(true)
  const loadAhead = useLoadAhead(openApp.loadAhead)
  const isUndecided = state === 'open' && goneBack !== null
  if (isRestoring && (state === 'locked' || isUndecided))
    return <RestoreDoor isOpen={isUndecided} onLeave={() => setIsRestoring(false)} />
  if (state === 'handOver') return <HandOverScreen />
  if (state === 'open') {
    if (mustChoosePassphrase) return <ChooseNewScreen />
    if (goneBack && !isLooking)
      return <GoneBackScreen goneBack={goneBack} onLook={() => setIsLooking(true)} onRestore={restore} />
    return <openApp.Part />
  }
  if (presence === 'none') return <FirstRunScreen onRestore={restore} />
  if (presence === 'newer') return <StartTrouble name="vault-newer" onRestore={restore} />
  if (presence === 'damaged') return <StartTrouble name="header-damaged" onRestore={restore} />
  return <UnlockScreen onRestore={restore} onUnlockLikely={loadAhead} />
}

/** The blank screen while Attune locks. Says what is happening only if the lock takes noticeably long. */
function LockingScreen({ locking }: { locking: Exclude<Locking, 'no'> }) {
  const { t } = useTranslation()
  return (
    <main className={styles['screen']}>
      <output className={styles['words']}>
        <span className={styles['title']}>{t(`app.locking.${locking}.title`)}</span>
        <span>{t(`app.locking.${locking}.text`)}</span>
      </output>
    </main>
  )
}
