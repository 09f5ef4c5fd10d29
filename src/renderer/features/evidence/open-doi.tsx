import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import styles from './article.module.css'

/** The only link out of Attune: opens the page of a DOI in the user's own browser, only on a press. */
export function OpenDoi({ doi }: { doi: string }) {
  const { t } = useTranslation()
  const noteId = useId()
  const open = useChange('links.openDoi')
  return (
    <div className={stackClass({ gap: 8, align: 'start' })} data-screen-only>
      <Button describedBy={noteId} isPending={open.isPending} onPress={() => open.mutate({ doi })}>
        {t('evidence.reference.openDoi')}
      </Button>
      <p id={noteId} className={styles['quiet']}>
        {t('evidence.reference.leaves')}
      </p>
      <FailureNotice failure={open.error} />
    </div>
  )
}
