import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/keys/failure-notice.tsx'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackToSettings } from '../back-to-settings.tsx'
import { LockingCard } from '../locking-card.tsx'
import { KeptCard } from './kept-card.tsx'
import { PassphraseCard } from './passphrase-card.tsx'
import { PinCard } from './pin-card.tsx'
import { RecoveryKeyCard } from './recovery-key-card.tsx'
import { ReencryptCard } from './reencrypt-card.tsx'
import { useVaultStatus } from './use-vault-status.ts'

/** What opens the vault, when it locks, and how it is kept. */
export function SecurityScreen() {
  const { t } = useTranslation()
  const status = useVaultStatus()
  return (
    <Page title={t('security.title')} subtitle={t('security.subtitle')} width="narrow">
      <BackToSettings label={t('security.back')} />
      {status.data ? <KeyCards status={status.data} /> : null}
      {status.isPending ? <Loading label={t('security.loading')} /> : null}
      <FailureNotice failure={status.error} />
      <Locking />
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

function Locking() {
  const api = useApi()
  const settings = useQuery({ queryKey: queryKeys.settings, queryFn: () => api.settings.get() })
  if (settings.data) return <LockingCard settings={settings.data} />
  return <FailureNotice failure={settings.error} />
}
