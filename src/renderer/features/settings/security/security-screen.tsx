import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackToSettings } from '../back-to-settings.tsx'
import { CaptureCard } from '../capture-card.tsx'
import { LockingCard } from '../locking-card.tsx'
import { KeptCard } from './kept-card.tsx'
import { PinCard } from './pin-card.tsx'
import { PassphraseCard, RecoveryKeyCard, ReencryptCard } from './way-cards.tsx'

/** The settings for what opens the vault, when it locks, and how it is stored. */
export function SecurityScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('security.title')} subtitle={t('security.subtitle')} width="narrow">
      <BackToSettings label={t('security.back')} />
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
