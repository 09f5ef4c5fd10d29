import { useLayoutEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { QueryPath } from '#shared/contract/contract.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { ClientPage } from './client-page.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { TogetherPages } from './together-pages.tsx'
import { WayBack } from './way-back.tsx'
import styles from './hand-over.module.css'

/** The only screen while the client has the computer. */
export function HandOverScreen() {
  const { t } = useTranslation()
  useForgettingScreens()
  const seen = useAsk('handOver.together')
  const form = useAsk('handOver.form', undefined, { enabled: seen.data === null })
  if (seen.data) return <TogetherPages seen={seen.data} onAnswered={() => void seen.refetch()} />
  const failed = seen.isError ? seen : form.isError ? form : null
  if (failed !== null)
    return (
      <ClientPage
        key="trouble"
        title={t('handOver.trouble.notOpened')}
        corner={null}
        foot={
          <>
            <Button size="client" onPress={() => void failed.refetch()}>
              {t('app.tryAgain')}
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
      key="thanks"
      title={t('handOver.thanks.title')}
      corner={null}
      foot={<WayBack label={t('handOver.thanks.therapist')} kind="primary" />}
    >
      <p className={styles['words']}>{t('handOver.thanks.text')}</p>
    </ClientPage>
  )
}

const kept: ReadonlySet<unknown> = new Set<QueryPath>([
  'vault.status',
  'app.about',
  'handOver.form',
  'handOver.together',
])

/** Clears everything that the therapist's screens loaded; none of them is mounted any more. */
function useForgettingScreens(): void {
  const queryClient = useQueryClient()
  useLayoutEffect(() => {
    queryClient.removeQueries({ predicate: ({ queryKey: [path] }) => !kept.has(path) })
    queryClient.getMutationCache().clear()
  }, [queryClient])
}
