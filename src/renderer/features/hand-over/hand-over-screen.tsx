import { useLayoutEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { ClientPage } from './client-page.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { WayBack } from './way-back.tsx'
import styles from './hand-over.module.css'

/** All there is while the computer is in the client's hands. */
export function HandOverScreen() {
  const { t } = useTranslation()
  const api = useApi()
  useForgettingScreens()
  const form = useQuery({ queryKey: queryKeys.handOver, queryFn: () => api.handOver.form() })
  if (form.isError)
    return (
      <ClientPage
        title={t('handOver.trouble.notOpened')}
        corner={null}
        foot={
          <>
            <Button size="client" onPress={() => void form.refetch()}>
              {t('handOver.trouble.tryAgain')}
            </Button>
            <WayBack label={t('handOver.thanks.therapist')} kind="primary" />
          </>
        }
      >
        <p className={styles['words']}>{t('handOver.trouble.passBack')}</p>
      </ClientPage>
    )
  if (!form.data) return <Loading label={t('handOver.loading')} />
  if (!form.data.isFinished) return <HandOverForm form={form.data} />
  return (
    <ClientPage
      title={t('handOver.thanks.title')}
      corner={null}
      foot={<WayBack label={t('handOver.thanks.therapist')} kind="primary" />}
    >
      <p className={styles['words']}>{t('handOver.thanks.text')}</p>
    </ClientPage>
  )
}

/** Forgets everything that the therapist's screens had looked up; by now none of them is there any more. */
function useForgettingScreens(): void {
  const queryClient = useQueryClient()
  useLayoutEffect(() => {
    const kept: readonly unknown[] = [queryKeys.status[0], queryKeys.about[0], queryKeys.handOver[0]]
    queryClient.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) })
    queryClient.getMutationCache().clear()
  }, [queryClient])
}
