import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { UnknownBanner } from '#renderer/parts/sharing/unknown-banner.tsx'

/** Says after a restore that the vault may not know what was sent since the backup. */
export function UnknownSent({ since }: { since: string }) {
  const { t } = useTranslation()
  const noting = useChange('sharing.noteLookedThrough')
  return (
    <UnknownBanner
      title={t('sharing.unknown.title', { date: new Date(since) })}
      texts={[t('sharing.unknown.why'), t('sharing.unknown.what')]}
      done={{
        label: t('sharing.unknown.done'),
        isPending: noting.isPending,
        failure: noting.error,
        onPress: () => noting.mutate(undefined),
      }}
    />
  )
}
