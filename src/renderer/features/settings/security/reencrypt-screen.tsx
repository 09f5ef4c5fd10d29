import { useTranslation } from 'react-i18next'
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
import common from '#renderer/ui/common.module.css'

/** Encrypts the whole vault with a new key, once the new recovery key is on paper. */
export function ReencryptScreen() {
  const { t } = useTranslation()
  useCancelOnLeave()
  const begin = useChange('keys.beginReencryption')
  const run = useChange('keys.reencrypt', { onSuccess: useTakeStatus() })
  return (
    <Page title={t('security.reencrypt.heading')} width="narrow">
      {run.isPending ? null : <BackLink to="/settings/security">{t('security.backHere')}</BackLink>}
      {run.isSuccess ? (
        <Done title={t('security.reencrypt.doneTitle')} text={t('security.reencrypt.doneText')}>
          <CardLink to="/settings/security" kind="primary" label={t('security.done')} />
        </Done>
      ) : begin.data ? (
        <Stack gap={24}>
          <p>{t('security.reencrypt.paperLead')}</p>
          <RecoverySteps
            made={begin.data}
            submit={run}
            words={{
              submit: t('security.reencrypt.submit'),
              pending: t('security.reencrypt.submitting'),
            }}
          />
          <output className={common['secondary']}>
            {run.isPending ? t('security.reencrypt.working') : null}
          </output>
        </Stack>
      ) : (
        <AskPassphrase begin={begin} submitLabel={t('security.reencrypt.begin')}>
          <p>{t('security.reencrypt.lead')}</p>
          <Banner kind="info" title={t('security.reencrypt.changesTitle')}>
            {t('security.reencrypt.changes')}
          </Banner>
          <Banner kind="caution" title={t('security.reencrypt.keepsTitle')}>
            {t('security.reencrypt.keeps')}
          </Banner>
        </AskPassphrase>
      )}
    </Page>
  )
}
