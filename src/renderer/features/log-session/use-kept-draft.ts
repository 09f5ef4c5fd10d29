import type { Draft } from '#shared/records/draft.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { useKept } from '#renderer/lib/use-kept.ts'

/** Keeps what is typed into the log as a draft. See `useKept`. */
export function useKeptDraft() {
  const save = useQuietChange('drafts.save')
  return useKept(async (draft: Draft) => {
    await save(draft)
  }, 600)
}
