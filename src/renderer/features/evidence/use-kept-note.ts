import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { EvidenceNote } from '#shared/evidence/evidence-item.ts'
import { question } from '#renderer/lib/ask.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { useKept } from '#renderer/lib/use-kept.ts'

/**
 * A private note that saves itself. See `useKept`.
 *
 * `failure` is set while the last text is not saved; `flush` then tries again.
 */
export function useKeptNote(articleId: string, note: EvidenceNote | null) {
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
