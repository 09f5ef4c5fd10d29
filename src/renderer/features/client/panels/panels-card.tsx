import { useCallback, useDeferredValue, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { Card } from '#renderer/ui/card.tsx'
import { useRange, type CourseView } from '../course-view.ts'
import { OutcomeBaseline, OutcomeFacts } from '../outcome-facts.tsx'
import type { Past } from '../past-sessions.ts'
import { placesOf } from '../session-range.ts'
import { linesAt, type AllPanels } from './all-panels.ts'
import { ExperiencePanel } from './experience-panel.tsx'
import { LinePanelView } from './line-panel-view.tsx'
import { OneByOne } from './one-by-one.tsx'
import { PanelSection, type Folding } from './panel-section.tsx'
import { StripPanelView } from './strip-panel-view.tsx'
import common from '#renderer/ui/common.module.css'

/** The panels below the course: all that was rated and noted of the same sessions, one below the other. */
export function PanelsCard({
  overview,
  past,
  readPanels,
  courseView,
  folding,
}: {
  overview: ClientOverview
  past: Past
  readPanels: () => AllPanels
  courseView: CourseView
  folding: Folding | null
}) {
  const { t } = useTranslation()
  const panels = readPanels()
  const chosen = useDeferredValue(useRange(courseView))
  const range = useMemo(() => placesOf(chosen, past.sessions), [chosen, past.sessions])
  const wordsAt = useCallback(
    (index: number) => linesAt(panels, { index, isCourse: false, past }, t),
    [panels, past, t],
  )
  const shared = { range, courseView, wordsAt }
  if (folding === null) return null
  const sections: ReactNode[] = [
    ...overview.outcomes.map((status, index) => {
      const line = panels.outcomes[index]
      return line === undefined ? null : (
        <PanelSection key={line.id} title={status.title} panel="outcome" folding={folding}>
          <LinePanelView panel={line} {...shared} />
          <OutcomeFacts status={status} overview={overview} />
          <OutcomeBaseline status={status} overview={overview} />
        </PanelSection>
      )
    }),
    panels.ownWords.length === 0 ? null : (
      <PanelSection key="own-words" title={t('ownWords.panel.title')} panel="own-words" folding={folding}>
        {panels.ownWords.map((line) => (
          <LinePanelView key={line.id} panel={line} {...shared} />
        ))}
      </PanelSection>
    ),
    panels.alliances.length === 0 ? null : (
      <PanelSection key="alliance" title={t('panels.name.alliance')} panel="alliance" folding={folding}>
        {panels.alliances.map((line) => (
          <LinePanelView key={line.id} panel={line} {...shared} />
        ))}
      </PanelSection>
    ),
    ...panels.others.map((line) => (
      <PanelSection key={line.id} title={line.title} panel="outcome" folding={folding}>
        <LinePanelView panel={line} isNamedAbove {...shared} />
      </PanelSection>
    )),
    ...panels.strips
      .filter(({ id }) => id === 'moments')
      .map((panel) => (
        <PanelSection key={panel.id} title={t('panels.name.moments')} panel="moments" folding={folding}>
          <StripPanelView panel={panel} past={past} {...shared} />
        </PanelSection>
      )),
    panels.empathy.length === 0 ? null : (
      <PanelSection key="empathy" title={t('panels.name.empathy')} panel="empathy" folding={folding}>
        {panels.empathy.map((line) => (
          <LinePanelView key={line.id} panel={line} {...shared} />
        ))}
      </PanelSection>
    ),
    ...panels.strips
      .filter(({ id }) => id !== 'moments')
      .map((panel) => (
        <PanelSection key={panel.id} title={t(`panels.name.${panel.id}`)} panel={panel.id} folding={folding}>
          <StripPanelView panel={panel} past={past} {...shared} />
        </PanelSection>
      )),
    <ExperiencePanel key="experience" past={past} folding={folding} />,
  ].filter((section) => section !== null)
  // The last section may have nothing to show.
  if (sections.length === 1) return null
  return (
    <Card title={t('panels.title')}>
      <p className={common['note']}>{t('panels.lead')}</p>
      <OneByOne>{sections}</OneByOne>
    </Card>
  )
}
