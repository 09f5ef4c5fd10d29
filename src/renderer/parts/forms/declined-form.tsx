import { useTranslation } from 'react-i18next'
import type { DeclinedForm as Declined } from '#shared/records/form-plan.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import common from '#renderer/ui/common.module.css'

/** A form that the client declines, since when, and the way to give it again. */
export function DeclinedForm({
  clientId,
  instrumentId,
  title,
  declined: { by, on },
  onAskedAgain,
}: {
  clientId: ClientId
  instrumentId: string
  title: string
  declined: Declined
  /** Called once the form is given again and this is gone, for the focus to stay near. */
  onAskedAgain: () => void
}) {
  const { t } = useTranslation()
  const askAgain = useChange('formPlans.askAgain', { onSuccess: onAskedAgain })
  return (
    <>
      <Stack direction="row" gap={8} lineGap={4} justify="between">
        <div>
          <p>{title}</p>
          <p className={common['note']}>{t(`formPlans.declined.${by}`, { date: new Date(on) })}</p>
        </div>
        <Button
          kind="quiet"
          onPress={() => askAgain.mutate({ clientId, instrumentId })}
          isDisabled={askAgain.isPending}
        >
          {t('formPlans.askAgain')} <VisuallyHidden>{title}</VisuallyHidden>
        </Button>
      </Stack>
      <FailureNotice failure={askAgain.error} />
    </>
  )
}
