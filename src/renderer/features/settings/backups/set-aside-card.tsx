import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetAsideItem } from '#shared/contract/operations/backups.ts'
import { useChange } from '#renderer/lib/change.ts'
import { dayAndTimeOf } from '#renderer/lib/dates.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { useTakeBackups } from './use-backups.ts'

/** Lists the databases that were set aside, and offers to delete each one. Shows nothing if there is none. */
export function SetAsideCard({ setAside }: { setAside: readonly SetAsideItem[] }) {
  const { t } = useTranslation()
  if (setAside.length === 0) return null
  return (
    <Card title={t('backups.setAside.title')}>
      <p>{t('backups.setAside.lead')}</p>
      <ul className={stackClass({ gap: 24 })}>
        {setAside.map((item) => (
          <li key={item.name}>
            <OneSetAside item={item} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OneSetAside({ item: { name, reason, at, bytes } }: { item: SetAsideItem }) {
  const { t } = useTranslation()
  const [isAsked, setIsAsked] = useState(false)
  const proof = useProof('backups.removeSetAside')
  const remove = useChange('backups.removeSetAside', { onSuccess: useTakeBackups() })
  const when = at === null ? t('backups.setAside.unknown') : dayAndTimeOf(at)
  return (
    <Stack gap={8}>
      <p>{t(`backups.setAside.reasons.${reason ?? 'unknown'}`, { when })}</p>
      <p className={common['path']}>{name}</p>
      <p className={common['note']}>
        {t('backups.list.megabytes', { size: Math.max(0.1, bytes / 1_000_000) })}
      </p>
      <FailureNotice failure={remove.error} />
      <Stack direction="row" gap={12} align="centre">
        {isAsked ? (
          <>
            <Button
              isPending={remove.isPending}
              onPress={() => proof.ask((given) => remove.mutate({ name, proof: given }))}
            >
              {remove.isPending ? t('backups.setAside.removing') : t('backups.setAside.confirm')}
            </Button>
            <Button kind="quiet" isDisabled={remove.isPending} onPress={() => setIsAsked(false)}>
              {t('backups.setAside.cancel')}
            </Button>
          </>
        ) : (
          <Button kind="quiet" onPress={() => setIsAsked(true)}>
            {t('backups.setAside.remove')}
          </Button>
        )}
      </Stack>
      {proof.dialog}
    </Stack>
  )
}
