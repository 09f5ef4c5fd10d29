import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import type { EvidenceNote } from '#shared/evidence/evidence-item.ts'
import { question } from '#renderer/lib/ask.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { useKept } from '#renderer/lib/use-kept.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** The reader's own note on a summary. It saves itself to the vault during typing and is not printed. */
export function NoteCard(props: NoteProps) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  return (
    <section className={styles['part']} aria-labelledby="note" data-screen-only>
      <h2 id="note" tabIndex={-1} className={styles['target']}>
        {t('evidence.note.title')}
      </h2>
      {isReadOnly ? (
        <p className={common['asTyped']}>{props.note?.text ?? t('evidence.note.none')}</p>
      ) : (
        <Drafted form="study-note" subject={props.articleId} clientId={null} schema={longNoteSchema}>
          {(draft) => <DraftedNote {...props} draft={draft} />}
        </Drafted>
      )}
    </section>
  )
}

interface NoteProps {
  readonly articleId: string
  readonly note: EvidenceNote | null
}

/** A note that is too long to be saved as one. */
const longNoteSchema = z.strictObject({ text: z.string() })
type LongNote = z.output<typeof longNoteSchema>

function DraftedNote({ articleId, note, draft }: NoteProps & { draft: FormDraft<LongNote> }) {
  const { t } = useTranslation()
  const { text, type, isTooLong, isKept, failure, flush } = useKeptNote(articleId, note, draft)
  return (
    <>
      <LimitedField
        label={t('evidence.note.label')}
        description={t('evidence.note.about')}
        value={text}
        onChange={type}
        multiline
        rows={4}
        limit={articleLimits.note}
      />
      <output className={joinClasses(common['note'], styles['quiet'])}>
        {isTooLong
          ? t('evidence.note.tooLong')
          : text === '' && isKept
            ? ''
            : t(isKept ? 'evidence.note.kept' : 'evidence.note.notYet')}
      </output>
      <DraftNote draft={draft} />
      <FailureNotice failure={failure} onRetry={() => void flush().catch(() => undefined)} />
    </>
  )
}

const isOver = (text: string): boolean => text.length > articleLimits.note

/**
 * A private note that saves itself. See `useKept`. While it is too long, all of it is in the draft instead.
 *
 * `failure` is set while the last text is not saved; `flush` then tries again.
 */
function useKeptNote(articleId: string, note: EvidenceNote | null, draft: FormDraft<LongNote>) {
  const save = useQuietChange('evidence.saveNote')
  const queryClient = useQueryClient()
  const [text, setText] = useState(draft.found?.typed.text ?? note?.text ?? '')
  const latest = useRef(text)
  const revision = useRef(note?.revision ?? 0)
  // Removed only once the note is saved, so that one of the two always has the text.
  const hasDraft = useRef(draft.found !== null)
  // Saves run one after the other, so each names the revision that the last one made.
  const { keep, flush, isKept, failure } = useKept(async (typed: string) => {
    const kept = await save({ id: articleId, text: typed, expectedRevision: revision.current })
    revision.current = kept?.revision ?? 0
    queryClient.setQueryData(question('evidence.get', { id: articleId }).queryKey, (entry) =>
      entry === undefined ? undefined : { ...entry, note: kept },
    )
    if (hasDraft.current && !isOver(latest.current)) {
      hasDraft.current = false
      draft.finish()
    }
  }, 600)
  const type = (next: string): void => {
    setText(next)
    latest.current = next
    if (!isOver(next)) return keep(next)
    hasDraft.current = true
    draft.keep({ text: next })
  }
  return { text, type, isTooLong: isOver(text), isKept, failure, flush }
}
