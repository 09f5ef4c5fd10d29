import { useId } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import styles from './article.module.css'

/** The one way out of Attune: the page of a DOI in the user's own browser, only when asked. */
export function OpenDoi({ doi }: { doi: string }) {
  const { t } = useTranslation()
  const api = useApi()
  const noteId = useId()
  const open = useMutation({ mutationFn: () => api.links.openDoi({ doi }) })
  const words = open.isError ? wordsForFailure(t, open.error) : null
  return (
    <div className={styles['openDoi']} data-screen-only>
      <Button describedBy={noteId} isPending={open.isPending} onPress={() => open.mutate()}>
        {t('evidence.reference.openDoi')}
      </Button>
      <p id={noteId} className={styles['quiet']}>
        {t('evidence.reference.leaves')}
      </p>
      {words === null ? null : <ErrorNotice title={words.title}>{words.advice}</ErrorNotice>}
    </div>
  )
}
