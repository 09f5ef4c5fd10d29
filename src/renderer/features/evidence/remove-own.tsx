import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { useRemoveOwn } from './use-remove-own.ts'

/** Removes an own summary and leads to the list, where it can be put back. */
export function RemoveOwn({ articleId }: { articleId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useRemoveOwn(articleId)
  const words = remove.isError ? wordsForFailure(t, remove.error) : null
  return (
    <>
      <Button
        kind="quiet"
        icon="trash"
        isPending={remove.isPending}
        onPress={() => remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/evidence' }) })}
      >
        {t('evidence.own.remove')}
      </Button>
      {words === null ? null : <ErrorNotice title={words.title}>{words.advice}</ErrorNotice>}
    </>
  )
}
