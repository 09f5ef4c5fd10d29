import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Today } from '#shared/overview/today.ts'
import type { StoredDraft } from '#shared/records/draft.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'

type ListedDraft = Today['drafts'][number]

/** Discards drafts, and holds the last one until Today is left, so that it can be put back. */
export function useDiscardedDraft() {
  const api = useApi()
  const [last, setLast] = useState<{ listed: ListedDraft; draft: StoredDraft } | null>(null)
  const discarding = useChangeBy('drafts.discard', async (discard, listed: ListedDraft) => {
    const { sessionId } = listed
    const draft = await api.drafts.get({ sessionId })
    await discard({ sessionId })
    setLast(draft && { listed, draft })
  })
  const restoring = useChange('drafts.save', { onSuccess: () => setLast(null) })
  return {
    last,
    discard: discarding.mutate,
    isBusy: discarding.isPending || restoring.isPending,
    failure: discarding.error ?? restoring.error,
    undo: () => {
      if (last === null) return
      const { updatedAt: _updatedAt, ...draft } = last.draft
      restoring.mutate(draft)
    },
  }
}

/** Says which draft was discarded, with Undo. The focus goes there, because the draft's own button is gone. */
export function DiscardedDraft({ last, undo, failure }: ReturnType<typeof useDiscardedDraft>) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  const discarded = last?.listed.sessionId
  useEffect(() => {
    if (discarded !== undefined) button.current?.focus()
  }, [discarded])
  return (
    <>
      {last === null ? null : (
        <output className={stackClass({ direction: 'row', gap: 16, lineGap: 8, align: 'centre' })}>
          {t('today.unfinished.discarded', { number: last.listed.number, code: last.listed.clientCode })}
          <Button kind="quiet" ref={button} onPress={undo}>
            {t('today.unfinished.undo')}
          </Button>
        </output>
      )}
      <FailureNotice failure={failure} />
    </>
  )
}
