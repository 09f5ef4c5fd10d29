import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { question } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { draftOfForm, type TypedDraft } from './draft-of-form.ts'
import { emptyForm, formOf, type OwnForm } from './own-form.ts'

/** A summary in the form: its text, its errors, and functions to save it. */
export function useOwnForm(entry: EvidenceEntry | null) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [begun] = useState(() => (entry === null ? emptyForm : formOf(entry.article)))
  const [form, setForm] = useState(begun)
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
      keep({ id: entry?.article.id ?? null, article, expectedRevision: entry?.revision ?? 0 }),
    {
      onSuccess: (saved) => {
        setIsSaved(true)
        queryClient.setQueryData(question('evidence.get', { id: saved.article.id }).queryKey, saved)
      },
    },
  )

  const latest = useRef({ form, save: save.mutateAsync })
  useEffect(() => {
    latest.current = { form, save: save.mutateAsync }
  }, [form, save.mutateAsync])
  /** Saves everything readable. Rejects if a field is not, so that the loss is reported. */
  const saveAtLock = useCallback(async (): Promise<void> => {
    const { article, errors } = read(latest.current.form)
    await latest.current.save(article)
    const lost = [...errors].some(([field]) => !field.startsWith('findings.') && field !== 'title')
    if (lost) throw new Error('a field could not be read')
  }, [read])

  return { form, setForm, isDirty, read, save, saveAtLock }
}
