import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** Says after a restore that the vault may not know what was sent since the backup, and what to do about it. */
export function UnknownBanner({ since }: { since: string }) {
  const { t } = useTranslation()
  const noting = useChange('sharing.noteLookedThrough')
  const isReadOnly = useReadOnly() !== null
  return (
    <Banner
      kind="caution"
      title={t('sharing.unknown.title', { date: new Date(since) })}
      actions={
        isReadOnly ? undefined : (
          <Button isPending={noting.isPending} onPress={() => noting.mutate(undefined)}>
            {t('sharing.unknown.done')}
          </Button>
        )
      }
    >
      <p>{t('sharing.unknown.why')}</p>
      <p>{t('sharing.unknown.what')}</p>
      <FailureNotice failure={noting.error} />
    </Banner>
  )
}
