import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import styles from './today.module.css'

/** The first screen of an empty vault: how to begin, or how to look around. */
export function NoClients() {
  const { t } = useTranslation()
  const loading = useChange('sample.load')
  return (
    <Stack gap={24}>
      <EmptyState
        action={
          <Link to="/clients/new" className={buttonClass({ kind: 'primary', size: 'large' })}>
            {t('today.empty.newClient')}
          </Link>
        }
      >
        {t('today.empty.sentence')}
      </EmptyState>
      <div className={styles['explore']}>
        <p>{t('today.empty.explore')}</p>
        <Button icon="leaf" onPress={() => loading.mutate()} isPending={loading.isPending}>
          {loading.isPending ? t('today.empty.loading') : t('today.empty.loadSample')}
        </Button>
      </div>
      <FailureNotice failure={loading.error} />
    </Stack>
  )
}
