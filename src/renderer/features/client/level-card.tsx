import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Table } from '#renderer/ui/table.tsx'
import { measureName } from './measures.ts'
import type { Past } from './past-sessions.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

type Level = { rater: 'client' | 'therapist'; usual: string; last: string; difference: string }

/** The usual level of each rater's alliance, and how far the last rating is from it. Shows nothing before there is one. */
export function LevelCard({ past }: { past: Past }) {
  const { t } = useTranslation()
  const levels = useMemo(
    () => (['client', 'therapist'] as const).map((rater) => levelInWords(past, rater, t)),
    [past, t],
  )
  const isKnown = [past.lead.client, past.lead.therapist].some(
    (series) => (series?.level.usual ?? null) !== null,
  )
  if (!isKnown) return null
  return (
    <Card title={t('client.level.title')}>
      <Table
        caption={t('client.level.caption', {
          measure:
            past.lead.client === null ? t('client.congruence.alliance') : measureName(past.lead.client, t),
          minimum: past.lead.client?.minimum ?? 0,
          maximum: past.lead.client?.maximum ?? 10,
        })}
        rows={levels}
        rowId={({ rater }) => rater}
        columns={[
          {
            id: 'rater',
            header: t('client.level.rater'),
            cell: ({ rater }) => (rater === 'client' ? t('client.level.client') : therapistName(past, t)),
            isRowHeader: true,
          },
          { id: 'usual', header: t('client.level.usual'), cell: ({ usual }) => usual },
          { id: 'last', header: t('client.level.last'), cell: ({ last }) => last },
          { id: 'difference', header: t('client.level.difference'), cell: ({ difference }) => difference },
        ]}
      />
      <p className={joinClasses(common['note'], styles['aside'])}>{t('client.level.explanation')}</p>
    </Card>
  )
}

/** Names another form and range than the client's, because the caption gives only that one. */
function therapistName({ lead: { therapist }, course }: Past, t: TFunction): string {
  if (therapist === null || course?.isSameMetric !== false) return t('client.level.therapist')
  const { instrumentTitle: name, minimum, maximum } = therapist
  return t('client.level.onOtherForm', { name, minimum, maximum })
}

const noLevel = { last: null, usual: null, lastAgainstUsual: null }

function levelInWords({ lead }: Past, rater: Level['rater'], t: TFunction): Level {
  const { last, usual, lastAgainstUsual } = lead[rater]?.level ?? noLevel
  const notYet = t('client.level.notYet')
  return {
    rater,
    usual:
      usual === null
        ? t(last === null ? 'client.level.notYet' : 'client.level.onlyOne')
        : t('client.level.usualValue', { value: usual.mean, count: usual.n }),
    last: last === null ? notYet : t('client.level.lastValue', { value: last.value, session: last.session }),
    difference: lastAgainstUsual === null ? '' : differenceInWords(lastAgainstUsual, t),
  }
}

function differenceInWords(difference: number, t: TFunction): string {
  // A distance that rounds to zero at the digits shown counts as zero.
  if (Math.abs(difference) < 0.05) return t('client.level.same')
  return t(difference > 0 ? 'client.level.above' : 'client.level.below', { value: Math.abs(difference) })
}
