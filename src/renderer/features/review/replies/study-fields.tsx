import { useTranslation } from 'react-i18next'
import type { AttachedStudy } from '#shared/bundles/reply.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { spelledEntry } from '#renderer/lib/spelling.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import type { TypedComment } from './typed-comment.ts'

/** Chooses a study of the library and one of its findings, or keeps the one that the comment has. */
export function StudyFields({
  kept,
  value,
  onChange,
}: {
  /** The study that the comment has; null for none. */
  kept: AttachedStudy | null
  value: TypedComment['study']
  onChange: (study: TypedComment['study']) => void
}) {
  const { t } = useTranslation()
  const studies = useAsk('evidence.list')
  if (value === 'kept' && kept !== null)
    return (
      <div className={stackClass({ direction: 'row', gap: 16, lineGap: 8, align: 'centre' })}>
        <p>{t('replies.comments.keptStudy', { title: kept.title })}</p>
        <Button kind="quiet" onPress={() => onChange(null)}>
          {t('replies.comments.withoutStudy')}
        </Button>
      </div>
    )
  const chosen = value === 'kept' ? null : value
  return (
    <div className={stackClass({ gap: 12 })}>
      <SelectField
        label={t('replies.comments.study')}
        description={t('replies.comments.studyAbout')}
        options={(studies.data ?? [])
          .filter(({ findings }) => findings > 0)
          .map(({ id, title, shortCitation }) => ({ value: id, label: shortCitation, description: title }))}
        value={chosen?.articleId ?? null}
        onChange={(articleId) => onChange({ articleId, findingId: null })}
        placeholder={t('replies.comments.noStudy')}
      />
      <FailureNotice failure={studies.error} />
      {chosen === null ? null : (
        <>
          <Findings
            articleId={chosen.articleId}
            value={chosen.findingId}
            onChange={(findingId) => onChange({ ...chosen, findingId })}
          />
          <div className={common['quietLine']}>
            <Button kind="quiet" onPress={() => onChange(null)}>
              {t('replies.comments.withoutStudy')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Findings({
  articleId,
  value,
  onChange,
}: {
  articleId: string
  value: string | null
  onChange: (findingId: string) => void
}) {
  const { t } = useTranslation()
  const study = useAsk('evidence.get', { id: articleId })
  const findings = study.data === undefined ? [] : spelledEntry(study.data).article.effects
  const claim = findings.find(({ id }) => id === value)?.claim
  return (
    <>
      <SelectField
        label={t('replies.comments.finding')}
        options={findings.map(({ id, claim: label }) => ({ value: id, label }))}
        value={value}
        onChange={onChange}
        placeholder={t('replies.comments.chooseFinding')}
        isDisabled={findings.length === 0}
      />
      {claim === undefined ? null : <p className={common['note']}>{claim}</p>}
      <FailureNotice failure={study.error} />
    </>
  )
}
