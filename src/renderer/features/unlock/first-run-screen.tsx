import { useEffect, useEffectEvent, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useTakeStatus, useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import { FirstRunRecovery } from './first-run-recovery.tsx'
import { FirstRunWelcome } from './first-run-welcome.tsx'
import styles from './first-run.module.css'

type Step =
  | { name: 'welcome' }
  | { name: 'passphrase' }
  | { name: 'recovery'; status: VaultStatus }
  | { name: 'begin'; status: VaultStatus }

/**
 * Creates and opens a vault in four steps. If the user wants to look around first, the last one answers itself.
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
  const [isLooking, setIsLooking] = useState(false)
  const begin = (looks: boolean) => (): void => {
    setIsLooking(looks)
    setStep({ name: 'passphrase' })
  }
  switch (step.name) {
    case 'welcome':
      return <FirstRunWelcome onNext={begin(false)} onLook={begin(true)} onRestore={onRestore} />
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
      return (
        <FirstRunBegin
          isLooking={isLooking}
          onDone={({ hasSample }) => take({ ...step.status, hasSample })}
        />
      )
  }
}

/** Asks for the passphrase twice and creates the vault. */
function FirstRunPassphrase({
  onBack,
  onCreated,
}: {
  onBack: () => void
  onCreated: (status: VaultStatus) => void
}) {
  const { t } = useTranslation()
  const chosen = useNewPassphrase()
  const create = useChange('vault.create', { onSuccess: onCreated })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!create.isPending && chosen.check()) create.mutate({ passphrase: typedSecret(chosen.passphrase) })
  }
  return (
    <Door title={t('unlock.choose.title')} subtitle={t('unlock.choose.step')} takesFocus={false}>
      <p>{t('unlock.choose.lead')}</p>
      <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
        <NewPassphraseFields chosen={chosen} takesFocus />
        <FailureNotice failure={create.error} />
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large" type="submit" isPending={create.isPending}>
            {create.isPending ? t('unlock.choose.creating') : t('unlock.choose.create')}
          </Button>
          <Button kind="quiet" size="large" onPress={onBack} isDisabled={create.isPending}>
            {t('unlock.choose.back')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}

/**
 * Asks whether to begin with the fictional caseload or empty, unless that is settled. The vault is already open. If the
 * caseload can't be loaded, the question stays.
 */
function FirstRunBegin({
  isLooking,
  onDone,
}: {
  /** Whether the user has chosen the fictional caseload already. */
  isLooking: boolean
  onDone: (choice: { hasSample: boolean }) => void
}) {
  const { t } = useTranslation()
  const load = useChange('sample.load', {
    onSuccess: () => onDone({ hasSample: true }),
  })
  const loadNow = useEffectEvent(() => load.mutate())
  useEffect(() => {
    if (isLooking) loadNow()
  }, [isLooking])
  return (
    <Door title={t('unlock.begin.title')} subtitle={t('unlock.begin.step')}>
      <p>{t('unlock.begin.lead')}</p>
      <div className={styles['ways']}>
        <Card title={t('unlock.begin.sampleTitle')}>
          <div className={styles['way']}>
            <p>{t('unlock.begin.sample')}</p>
            <Button kind="primary" size="large" isPending={load.isPending} onPress={() => load.mutate()}>
              {load.isPending ? t('unlock.begin.loading') : t('unlock.begin.load')}
            </Button>
          </div>
        </Card>
        <Card title={t('unlock.begin.emptyTitle')}>
          <div className={styles['way']}>
            <p>{t('unlock.begin.empty')}</p>
            <Button size="large" isDisabled={load.isPending} onPress={() => onDone({ hasSample: false })}>
              {t('unlock.begin.start')}
            </Button>
          </div>
        </Card>
      </div>
      <FailureNotice failure={load.error} />
    </Door>
  )
}
