import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import styles from './today.module.css'

/** What stands on an empty vault's first screen: how to begin, or how to look around. */
export function NoClients() {
  const { t } = useTranslation()
  const api = useApi()
  const queryClient = useQueryClient()
  const loading = useMutation({
    mutationFn: () => api.sample.load(),
    onSuccess: () => queryClient.invalidateQueries(),
  })
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
      {loading.isError ? (
        <ErrorNotice title={wordsForFailure(t, loading.error).title}>
          {wordsForFailure(t, loading.error).advice}
        </ErrorNotice>
      ) : null}
    </Stack>
  )
}
