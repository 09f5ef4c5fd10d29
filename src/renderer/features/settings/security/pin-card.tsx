import { useTranslation } from 'react-i18next'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { CardLink } from './card-link.tsx'

/** Says whether there is a PIN for ending a hand-over; sets, changes and removes it. */
export function PinCard({ hasPin }: { hasPin: boolean }) {
  const { t } = useTranslation()
  const remove = useChange('keys.removePin', { onSuccess: useTakeStatus() })
  return (
    <Card title={t('security.pin.title')}>
      <p>{hasPin ? t('security.pin.set') : t('security.pin.none')}</p>
      <Stack direction="row" gap={12}>
        <CardLink
          to="/settings/security/pin"
          label={hasPin ? t('security.pin.change') : t('security.pin.add')}
        />
        {hasPin ? (
          <Button kind="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
            {remove.isPending ? t('security.pin.removing') : t('security.pin.remove')}
          </Button>
        ) : null}
        <output className={common['note']}>
          {remove.isSuccess && !hasPin ? t('security.pin.removed') : null}
        </output>
      </Stack>
      <FailureNotice failure={remove.error} />
    </Card>
  )
}
