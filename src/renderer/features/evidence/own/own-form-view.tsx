import { useRef, useState, useCallback } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { question } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { BackRow } from '../back-row.tsx'
import { formOf } from './form-of-draft.ts'
import { emptyForm, hasMore, ownDraftSchema, type OwnDraft, type OwnForm } from './own-form.ts'
import { draftOfForm, type FieldErrors, type TypedDraft } from './draft-of-form.ts'
import { FindingsPart } from './findings-part.tsx'
import { ReferencePart } from './reference-part.tsx'
import { ShortPart } from './short-part.tsx'
import { StudyPart } from './study-part.tsx'
import { TextPart } from './text-part.tsx'
import type { PartProps } from './part-props.ts'
import common from '#renderer/ui/common.module.css'
import styles from './own.module.css'

const noErrors: FieldErrors = new Map()

/**
 * The form for a summary of one's own: a title, a link and a few lines, and the whole format behind a button. It can be
 * saved unfinished; the summary's page then lists what it lacks.
 */
export function OwnFormView({ entry }: { entry: EvidenceEntry | null }) {
  const { t } = useTranslation()
  if (useReadOnly() !== null) return <NothingCanBeSaved title={t(titleOf(entry))} />
  return (
    <Drafted form="own-summary" subject={entry?.article.id ?? 'new'} clientId={null} schema={ownDraftSchema}>
      {(draft) => <DraftedOwnForm entry={entry} draft={draft} />}
    </Drafted>
  )
}

const titleOf = (entry: EvidenceEntry | null) =>
  entry === null ? 'evidence.form.newTitle' : 'evidence.form.editTitle'

interface DraftedOwn {
  readonly entry: EvidenceEntry | null
  readonly draft: FormDraft<OwnDraft>
}

function DraftedOwnForm({ entry, draft }: DraftedOwn) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  const { form, changeForm, isDirty, read, save } = useOwnForm({ entry, draft })
  // Errors appear only after the first attempt to save.
  const [wasTried, setWasTried] = useState(false)
  const [isWhole, setIsWhole] = useState(() => hasMore(form))
  const errors = wasTried ? read(form).errors : noErrors

  function onSave(then: (articleId: string) => void): void {
    setWasTried(true)
    const { article, errors: found } = read(form)
    if (found.size > 0) {
      focusFirstError(body.current)
      return
    }
    save.mutate(article, { onSuccess: (saved) => then(saved.article.id) })
  }

  const props: PartProps = {
    form,
    change: changeForm,
    errorOf: (field) => {
      const error = errors.get(field)
      return error === undefined ? undefined : t(`evidence.form.error.${error}`)
    },
  }
  return (
    <>
      <BackRow />
      <Page
        title={t(titleOf(entry))}
        subtitle={t('evidence.form.subtitle')}
        width="narrow"
        takesFocus={entry !== null}
      >
        <DraftNote draft={draft} />
        <div ref={body} className={styles['form']}>
          <ShortPart {...props} takesFocus={entry === null} />
          {isWhole ? (
            <>
              <ReferencePart {...props} />
              <StudyPart {...props} />
              <FindingsPart {...props} />
              <TextPart {...props} />
            </>
          ) : (
            <div className={stackClass({ gap: 8, align: 'start' })}>
              <Button icon="chevron-down" isExpanded={false} onPress={() => setIsWhole(true)}>
                {t('evidence.form.more')}
              </Button>
              <p className={common['note']}>{t('evidence.form.moreAbout')}</p>
            </div>
          )}
        </div>
        <div className={joinClasses(common['stickyFoot'], stackClass({ gap: 12 }))} data-screen-only>
          <FailureNotice failure={save.error} />
          <Stack direction="row" gap={16} lineGap={8} align="centre">
            <Button
              kind="primary"
              size="large"
              isPending={save.isPending}
              onPress={() =>
                onSave(
                  (articleId) =>
                    void navigate({
                      to: '/evidence/$articleId',
                      params: { articleId },
                      replace: true,
                      ignoreBlocker: true,
                    }),
                )
              }
            >
              {t('evidence.form.save')}
            </Button>
            <output className={common['note']}>
              {errors.size === 0
                ? t(isWhole ? 'evidence.form.mayBeUnfinished' : 'evidence.form.enough')
                : t('evidence.form.errors', { count: errors.size })}
            </output>
          </Stack>
        </div>
      </Page>
      <UnsavedGuard isDirty={isDirty} words={t('evidence.form.leave', { returnObjects: true })} />
    </>
  )
}

/** A summary in the form: its text, its errors, and functions to change and save it. */
function useOwnForm({ entry, draft }: DraftedOwn) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [begun] = useState(() => (entry === null ? emptyForm : formOf(entry.article)))
  const [start] = useState<OwnDraft>(draft.found?.typed ?? { form: begun, revision: entry?.revision ?? 0 })
  const [form, setForm] = useState(start.form)
  const latest = useRef(form)
  const changeForm = (changes: Partial<OwnForm>): void => {
    latest.current = { ...latest.current, ...changes }
    setForm(latest.current)
    draft.keep({ form: latest.current, revision: start.revision })
  }
  const [isSaved, setIsSaved] = useState(false)
  const isDirty = form !== begun && !isSaved

  const read = useCallback(
    (typed: OwnForm): TypedDraft =>
      draftOfForm(typed, {
        title: t('evidence.form.untitled'),
        claim: t('evidence.form.unfinishedClaim'),
        note: (words) => t('evidence.form.unfinishedNote', { words }),
      }),
    [t],
  )

  const save = useChangeBy(
    'evidence.saveOwn',
    (keep, article: TypedDraft['article']) =>
      keep({ id: entry?.article.id ?? null, article, expectedRevision: start.revision }),
    {
      onSuccess: (saved) => {
        setIsSaved(true)
        draft.finish()
        queryClient.setQueryData(question('evidence.get', { id: saved.article.id }).queryKey, saved)
      },
    },
  )

  return { form, changeForm, isDirty, read, save }
}
