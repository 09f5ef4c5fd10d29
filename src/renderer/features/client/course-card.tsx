import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { canBeChosenToLead } from '#shared/series/lead-series.ts'
import { useChange } from '#renderer/lib/change.ts'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import type { EpisodeView } from './episode-view.ts'
import { measureName, measuresOf } from './measures.ts'
import type { Past } from './past-sessions.ts'
import { trajectoryView } from './trajectory-view.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

/** The course of one rating; the one that leads the page unless the user chooses another. */
export function CourseCard({
  past,
  views,
  clientId,
}: {
  past: Past
  views: readonly EpisodeView[]
  clientId: ClientId
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const measures = useMemo(() => measuresOf(past), [past])
  const series = measures.find(({ id }) => id === chosen) ?? measures[0]
  const view = useMemo(
    () => (series === undefined ? null : trajectoryView(past, views, series, t)),
    [past, views, series, t],
  )
  if (series === undefined || view === null) return null
  const { isNearCeiling, ...chart } = view
  const isLead = series.id === past.lead.client?.id
  const isOwn = fallParameters.some((name) => past.changedParameters.includes(name))
  const notes = [
    ...(isNearCeiling ? [t('client.course.nearCeiling')] : []),
    ...(chart.reported.length === 0 ? [] : [t('client.course.flags')]),
    ...(isLead && views.length > 0 ? [t('client.course.letters')] : []),
    ...(isLead && isOwn ? [t('client.ownSettings')] : []),
  ]
  return (
    <Card title={t('client.course.title')}>
      <div data-screen-only="">
        <ChoiceGroup
          label={t('client.course.choice')}
          options={measures.map((each) => ({ value: each.id, label: measureName(each, t) }))}
          value={series.id}
          onChange={setChosen}
        />
      </div>
      <TrajectoryChart {...chart} />
      {notes.length === 0 ? null : (
        <p className={joinClasses(common['note'], styles['aside'])}>{notes.join(' ')}</p>
      )}
      <LeadChoice past={past} clientId={clientId} onChosen={() => setChosen(null)} />
    </Card>
  )
}

const ratedLast = 'rated-last'

/** Chooses which alliance leads the page, if the client rated more than one or the user chose before. */
function LeadChoice({ past, clientId, onChosen }: { past: Past; clientId: ClientId; onChosen: () => void }) {
  const { t } = useTranslation()
  const choose = useChange('clients.setLead', { onSuccess: onChosen })
  const { series, lead, isLeadChosen } = past
  const candidates = series.filter(
    (each) => canBeChosenToLead(each) && (each.level.rated > 0 || each.id === lead.client?.id),
  )
  if (candidates.length < 2 && !isLeadChosen) return null
  return (
    <div className={styles['baseline']} data-screen-only="">
      <SelectField
        label={t('client.lead.label')}
        description={t('client.lead.note')}
        placeholder={t('client.lead.ratedLast')}
        options={[
          { value: ratedLast, label: t('client.lead.ratedLast') },
          ...candidates.map((each) => ({ value: each.id, label: measureName(each, t) })),
        ]}
        value={isLeadChosen && lead.client !== null ? lead.client.id : ratedLast}
        onChange={(value) => choose.mutate({ id: clientId, series: value === ratedLast ? null : value })}
      />
      <FailureNotice failure={choose.error} title={t('client.lead.failed')} />
    </div>
  )
}
