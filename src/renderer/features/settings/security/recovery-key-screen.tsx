import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { RecoverySteps } from '#renderer/parts/keys/recovery-steps.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { AskPassphrase } from './ask-passphrase.tsx'
import { CardLink } from './card-link.tsx'
import { Done } from './done.tsx'
import { useCancelOnLeave } from './use-cancel-on-leave.ts'

/** Makes a recovery key: passphrase, paper, two groups typed back. The last key stays valid until then. */
export function RecoveryKeyScreen() {
  const { t } = useTranslation()
  const isFirst = useAsk('vault.status').data?.recoveryKeySince === null
  useCancelOnLeave()
  const begin = useChange('keys.beginRecoveryKey')
  const confirm = useChange('keys.confirmRecoveryKey', { onSuccess: useTakeStatus() })
  return (
    <Page
      title={
        isFirst && !confirm.isSuccess ? t('security.recovery.heading') : t('security.recovery.headingNew')
      }
      width="narrow"
    >
      <BackLink to="/settings/security">{t('security.backHere')}</BackLink>
      {confirm.isSuccess ? (
        <Done title={t('security.recovery.doneTitle')} text={t('security.recovery.doneText')}>
          <CardLink to="/settings/security" kind="primary" label={t('security.done')} />
        </Done>
      ) : begin.data ? (
        <Stack gap={24}>
          <RecoverySteps made={begin.data} submit={confirm} />
        </Stack>
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
