import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { dayOf } from '#renderer/lib/dates.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { CaptureCard } from '../capture-card.tsx'
import { LockingCard } from '../locking-card.tsx'
import { CardLink } from './card-link.tsx'
import common from '#renderer/ui/common.module.css'
import styles from '../settings.module.css'

/** The settings for what opens the vault, when it locks, and how it is stored. */
export function SecurityScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('security.title')} subtitle={t('security.subtitle')} width="narrow">
      <BackLink to="/settings">{t('security.back')}</BackLink>
      <Loaded query={useAsk('vault.status')} loading={t('security.loading')}>
        {(status) => <KeyCards status={status} />}
      </Loaded>
      <KeptSettings />
      <KeptCard />
    </Page>
  )
}

function KeyCards({ status }: { status: VaultStatus }) {
  return (
    <>
      <PassphraseCard />
      <RecoveryKeyCard since={status.recoveryKeySince} />
      <PinCard hasPin={status.hasPin} />
      <ReencryptCard />
    </>
  )
}

function KeptSettings() {
  return (
    <Loaded query={useAsk('settings.get')}>
      {(settings) => (
        <>
          <LockingCard settings={settings} />
          <CaptureCard settings={settings} />
        </>
      )}
    </Loaded>
  )
}

/** Links to the change of the passphrase. */
function PassphraseCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('security.passphrase.title')}>
      <p>{t('security.passphrase.text')}</p>
      <CardLink to="/settings/security/passphrase" label={t('security.passphrase.change')} />
    </Card>
  )
}

/** Says whether there is a recovery key and since when, and links to making a new one. */
function RecoveryKeyCard({ since }: { since: string | null }) {
  const { t } = useTranslation()
  return (
    <Card title={t('security.recovery.title')}>
      <p>
        {since === null ? t('security.recovery.none') : t('security.recovery.since', { date: dayOf(since) })}
      </p>
      <CardLink
        to="/settings/security/recovery-key"
        label={since === null ? t('security.recovery.make') : t('security.recovery.makeNew')}
      />
    </Card>
  )
}

/** Links to encrypting everything with a new key. */
function ReencryptCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('security.reencrypt.title')}>
      <p>{t('security.reencrypt.text')}</p>
      <CardLink to="/settings/security/re-encrypt" label={t('security.reencrypt.open')} />
    </Card>
  )
}

/** Says how and where the data is stored. */
function KeptCard() {
  const { t } = useTranslation()
  const { dataFolder, platform } = useAbout()
  const separator = platform === 'windows' ? '\\' : '/'
  return (
    <Card title={t('security.kept.title')}>
      <p>{t('security.kept.encrypted')}</p>
      <p>{t('security.kept.network')}</p>
      <dl className={styles['places']}>
        <div>
          <dt className={common['strong']}>{t('security.kept.folder')}</dt>
          <dd className={common['path']}>{`${dataFolder}${separator}vault`}</dd>
        </div>
        <div>
          <dt className={common['strong']}>{t('security.kept.settingsFile')}</dt>
          <dd className={common['path']}>{`${dataFolder}${separator}settings.json`}</dd>
          <dd className={common['note']}>{t('security.kept.settingsNote')}</dd>
        </div>
      </dl>
      <p>
        <Link to="/about">{t('security.kept.about')}</Link>
      </p>
    </Card>
  )
}

/** Says whether there is a PIN for ending a hand-over; sets, changes and removes it. */
function PinCard({ hasPin }: { hasPin: boolean }) {
  const { t } = useTranslation()
  const remove = useChange('keys.removePin', { onSuccess: useTakeStatus() })
  return (
    <Card title={t('security.pin.title')}>
      <p>{hasPin ? t('security.pin.set') : t('security.pin.none')}</p>
      <Stack direction="row" gap={12}>
        <CardLink
          to="/settings/security/pin"
          label={hasPin ? t('security.pin.change') : t('security.pin.add')}
        />
        {hasPin ? (
          <Button kind="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
            {remove.isPending ? t('security.pin.removing') : t('security.pin.remove')}
          </Button>
        ) : null}
        <output className={common['note']}>
          {remove.isSuccess && !hasPin ? t('security.pin.removed') : null}
        </output>
      </Stack>
      <FailureNotice failure={remove.error} />
    </Card>
  )
}
