import { useTranslation } from 'react-i18next'
import type { RepliedComment } from '#shared/bundles/reply.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import common from '#renderer/ui/common.module.css'

/** What a comment says, as it was typed, with its study. */
export function CommentText({ text, study }: Pick<RepliedComment, 'text' | 'study'>) {
  return (
    <>
      <p className={common['typedText']}>{text}</p>
      {study === null ? null : <StudyText study={study} />}
    </>
  )
}

function StudyText({ study }: { study: NonNullable<RepliedComment['study']> }) {
  const { t } = useTranslation()
  const opening = useChange('links.openDoi')
  const { title, reference, doi, finding } = study
  return (
    <div className={stackClass({ gap: 4 })}>
      <p>{t('replies.finding', { finding })}</p>
      <p className={common['note']}>
        {t('replies.study', { title, reference })}
        {doi === null ? null : (
          <>
            {' '}
            <TextLink onPress={() => opening.mutate({ doi })}>{t('replies.studyDoi', { doi })}</TextLink>
          </>
        )}
      </p>
      <FailureNotice failure={opening.error} />
    </div>
  )
}
