import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useRemovedOwn } from './use-remove-own.ts'

/** Says that an own summary was removed and offers to restore it, until the user dismisses it or removes another. */
export function RemovedNotice() {
  const { t } = useTranslation()
  const { removed, restore } = useRemovedOwn()
  if (removed === null) return null
  const words = restore.isError ? wordsForFailure(t, restore.error) : null
  return (
    <Banner
      kind="info"
      title={t('evidence.own.removed', { title: removed.article.title })}
      actions={
        <Button isPending={restore.isPending} onPress={() => restore.mutate(removed)}>
          {t('evidence.own.undo')}
        </Button>
      }
    >
      {words === null ? undefined : `${words.title} ${words.advice}`}
    </Banner>
  )
}
