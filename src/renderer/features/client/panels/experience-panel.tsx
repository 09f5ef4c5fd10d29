import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SlopePlot } from '#renderer/parts/charts/slope-plot.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import type { Past } from '../past-sessions.ts'
import { experiencesOf } from './experience.ts'
import { PanelSection, type Folding } from './panel-section.tsx'

/** How the therapist's feelings go with the client's experience; nothing before there are enough pairs of any two. */
export function ExperiencePanel({ past, folding }: { past: Past; folding: Folding }) {
  const { t } = useTranslation()
  const experiences = useMemo(() => experiencesOf(past, t), [past, t])
  const [chosen, setChosen] = useState<string | null>(null)
  const experience = experiences.find(({ id }) => id === chosen) ?? experiences[0]
  if (experience === undefined) return null
  return (
    <PanelSection title={t('panels.name.experience')} panel="experience" folding={folding}>
      <div data-screen-only="">
        <SelectField
          isInline
          label={t('panels.experience.choice')}
          placeholder={experience.name}
          options={experiences.map(({ id, name }) => ({ value: id, label: name }))}
          value={experience.id}
          onChange={setChosen}
        />
      </div>
      <SlopePlot
        title={t('panels.experience.title', { measure: experience.name })}
        sentence={experience.sentence}
        rows={experience.rows}
        axisName={t('panels.experience.axis')}
        note={experience.note}
      />
    </PanelSection>
  )
}
