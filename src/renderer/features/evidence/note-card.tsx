import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import type { EvidenceNote } from '#shared/evidence/evidence-item.ts'
import { question } from '#renderer/lib/ask.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { useKept } from '#renderer/lib/use-kept.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { TextField } from '#renderer/ui/text-field.tsx'
import common from '#renderer/ui/common.module.css'
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
      <output className={joinClasses(common['note'], styles['quiet'])}>
        {text === '' && isKept ? '' : t(isKept ? 'evidence.note.kept' : 'evidence.note.notYet')}
      </output>
      <FailureNotice failure={failure} onRetry={() => void flush().catch(() => undefined)} />
    </section>
  )
}

/**
 * A private note that saves itself. See `useKept`.
 *
 * `failure` is set while the last text is not saved; `flush` then tries again.
 */
function useKeptNote(articleId: string, note: EvidenceNote | null) {
  const save = useQuietChange('evidence.saveNote')
  const queryClient = useQueryClient()
  const [text, setText] = useState(note?.text ?? '')
  const revision = useRef(note?.revision ?? 0)
  // Saves run one after the other, so each names the revision that the last one made.
  const { keep, flush, isKept, failure } = useKept(async (typed: string) => {
    const kept = await save({ id: articleId, text: typed, expectedRevision: revision.current })
    revision.current = kept?.revision ?? 0
    queryClient.setQueryData(question('evidence.get', { id: articleId }).queryKey, (entry) =>
      entry === undefined ? undefined : { ...entry, note: kept },
    )
  }, 600)
  const type = (next: string): void => {
    setText(next)
    keep(next)
  }
  return { text, type, isKept, failure, flush }
}
