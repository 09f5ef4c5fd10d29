import { useTranslation } from 'react-i18next'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import type { EvidenceNote } from '#shared/evidence/evidence-item.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useKeptNote } from './use-kept-note.ts'
import styles from './article.module.css'

/** The reader's own note on a summary. It saves itself to the vault during typing and is not printed. */
export function NoteCard({ articleId, note }: { articleId: string; note: EvidenceNote | null }) {
  const { t } = useTranslation()
  const { text, type, isKept, failure, flush } = useKeptNote(articleId, note)
  return (
    <section className={styles['part']} aria-labelledby="note" data-screen-only>
      <h2 id="note" tabIndex={-1} className={styles['target']}>
        {t('evidence.note.title')}
      </h2>
      <TextField
        label={t('evidence.note.label')}
        description={t('evidence.note.about')}
        value={text}
        onChange={type}
        multiline
        rows={4}
        maxLength={articleLimits.note}
      />
      <output className={styles['quiet']}>
        {text === '' && isKept ? '' : t(isKept ? 'evidence.note.kept' : 'evidence.note.notYet')}
      </output>
      <FailureNotice failure={failure} onRetry={() => void flush().catch(() => undefined)} />
    </section>
  )
}
