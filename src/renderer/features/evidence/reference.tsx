import { useId } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { monthWords } from './month-words.ts'
import styles from './article.module.css'

/** The reference as text, where the study was read about, and the one way out of Attune: its DOI in the browser. */
export function Reference({ article }: { article: Article }) {
  const { t } = useTranslation()
  const { citation, doi, source } = article
  const { publication, month } = source
  return (
    <>
      <h2>{t('evidence.reference.title')}</h2>
      <p className={styles['citation']}>{citation}</p>
      <p>
        {month === undefined
          ? t('evidence.reference.readInNoMonth', { publication })
          : t('evidence.reference.readIn', { publication, month: monthWords(month) })}
      </p>
      {doi === undefined ? <p>{t('evidence.reference.noDoi')}</p> : <OpenDoi doi={doi} />}
    </>
  )
}

function OpenDoi({ doi }: { doi: string }) {
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
