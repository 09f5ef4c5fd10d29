import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import type { ReadBack } from '#renderer/parts/keys/recovery-check.tsx'
import { RecoverySteps } from '#renderer/parts/keys/recovery-steps.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { AskPassphrase } from './ask-passphrase.tsx'
import { BackToSecurity } from './back-to-security.tsx'
import { CardLink } from './card-link.tsx'
import { Done } from './done.tsx'
import { useCancelOnLeave } from './use-cancel-on-leave.ts'
import { useKeepStatus, useVaultStatus } from './use-vault-status.ts'
import styles from './security.module.css'

/** A first or a new recovery key: the passphrase, the paper, two groups read back. The one before holds until then. */
export function RecoveryKeyScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const keep = useKeepStatus()
  const isFirst = useVaultStatus().data?.recoveryKeySince === null
  useCancelOnLeave()
  const begin = useMutation({
    mutationFn: (passphrase: string) => api.keys.beginRecoveryKey({ passphrase }),
  })
  const confirm = useMutation({
    mutationFn: (groups: ReadBack) => api.keys.confirmRecoveryKey({ groups }),
    onSuccess: keep,
  })
  return (
    <Page
      title={
        isFirst && !confirm.isSuccess ? t('security.recovery.heading') : t('security.recovery.headingNew')
      }
      width="narrow"
    >
      <BackToSecurity />
      {confirm.isSuccess ? (
        <Done title={t('security.recovery.doneTitle')} text={t('security.recovery.doneText')}>
          <CardLink to="/settings/security" kind="primary" label={t('security.done')} />
        </Done>
      ) : begin.data ? (
        <div className={styles['part']}>
          <RecoverySteps made={begin.data} submit={confirm} />
        </div>
      ) : (
        <AskPassphrase begin={begin} submitLabel={t('security.recovery.begin')}>
          <p>{isFirst ? t('security.recovery.lead') : t('security.recovery.leadNew')}</p>
          <Banner kind="caution" title={t('security.recovery.aloneTitle')}>
            {t('keys.recovery.alone')}
          </Banner>
        </AskPassphrase>
      )}
    </Page>
  )
}
