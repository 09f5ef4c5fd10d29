import { useTranslation } from 'react-i18next'
import type { BackupList } from '#shared/contract/operations/backups.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** Says whether everything is backed up and since when, and offers to back up now. */
export function StateCard({ list: { places, backups, isDue } }: { list: BackupList }) {
  const { t } = useTranslation()
  const make = useChange('backups.make')
  const last = lastOf(places)
  const hasOne = backups.some(({ state }) => state === 'good')
  return (
    <Card title={t('backups.state.title')}>
      <div>
        <p>{t(hasOne ? (isDue ? 'backups.state.due' : 'backups.state.current') : 'backups.state.none')}</p>
        {hasOne && last !== null ? (
          <p className={common['note']}>{t('backups.state.last', { at: new Date(last) })}</p>
        ) : null}
      </div>
      <FailureNotice failure={make.error} />
      <Stack direction="row" gap={12} align="centre">
        <Button kind="primary" isPending={make.isPending} onPress={() => make.mutate()}>
          {make.isPending ? t('backups.state.making') : t('backups.state.make')}
        </Button>
        <output className={common['note']}>
          {make.data === undefined || make.isPending ? null : t(`backups.state.${resultOf(make.data)}`)}
        </output>
      </Stack>
    </Card>
  )
}

function lastOf(places: BackupList['places']): string | null {
  const times = places.flatMap(({ succeededAt }) => (succeededAt === null ? [] : [succeededAt]))
  return times.toSorted().at(-1) ?? null
}

function resultOf(outcomes: readonly { code: unknown }[]): 'made' | 'partly' | 'failed' {
  const failed = outcomes.filter(({ code }) => code !== null).length
  if (failed === 0) return 'made'
  return failed < outcomes.length ? 'partly' : 'failed'
}
