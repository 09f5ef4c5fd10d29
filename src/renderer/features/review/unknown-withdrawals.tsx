import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { UnknownBanner } from '#renderer/parts/sharing/unknown-banner.tsx'

/** Says after a restore that the vault may not know whom supervisees have withdrawn since the backup. */
export function UnknownWithdrawals() {
  const { t } = useTranslation()
  const since = useAsk('review.unknown').data?.since ?? null
  const noting = useChange('review.noteLookedThrough')
  if (since === null) return null
  return (
    <UnknownBanner
      title={t('review.unknown.title', { date: new Date(since) })}
      texts={[t('review.unknown.why'), t('review.unknown.what')]}
      done={{
        label: t('review.unknown.done'),
        isPending: noting.isPending,
        failure: noting.error,
        onPress: () => noting.mutate(undefined),
      }}
    />
  )
}
