import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useAsk } from '#renderer/lib/ask.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './risk.module.css'

/** The therapist's crisis text, loaded each time; without one, says so and where to write it. */
export function CrisisText() {
  const { t } = useTranslation()
  const found = useAsk('risk.listOpen', undefined, { refetchOnMount: 'always' })
  if (found.isPending) return <p>{t('risk.crisis.loading')}</p>
  if (found.isError)
    return (
      <Stack direction="row" gap={8} align="centre">
        <p>{t('risk.crisis.failed')}</p>
        <Button onPress={() => void found.refetch()}>{t('app.tryAgain')}</Button>
      </Stack>
    )
  const { crisisText, isCrisisTextWritten } = found.data
  return (
    <div className={styles['crisis']}>
      <p className={common['strong']}>{t('risk.crisis.title')}</p>
      <p className={common['asTyped']}>{crisisText}</p>
      {isCrisisTextWritten ? null : (
        <Link to="/settings" className={buttonClass()}>
          {t('risk.crisis.write')}
        </Link>
      )}
    </div>
  )
}
