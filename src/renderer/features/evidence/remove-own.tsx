import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useRemoveOwn } from './use-remove-own.ts'

/** Removes an own summary and opens the list, which offers to restore it. */
export function RemoveOwn({ articleId }: { articleId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useRemoveOwn(articleId)
  return (
    <>
      <Button
        kind="quiet"
        icon="trash"
        isPending={remove.isPending}
        onPress={() =>
          remove.mutate({ id: articleId }, { onSuccess: () => void navigate({ to: '/evidence' }) })
        }
      >
        {t('evidence.own.remove')}
      </Button>
      <FailureNotice failure={remove.error} />
    </>
  )
}
