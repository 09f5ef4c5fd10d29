import { useTranslation } from 'react-i18next'
import type { ScaleDescription } from '#shared/instruments/described-scales.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import {
  constructOf,
  frameOf,
  scaleConstructs,
  scaleFrames,
  type ScaleConstruct,
} from '#shared/instruments/scale-facts.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

type Scale = Instrument['scales'][number]

/** The word for each construct; a dot would lead i18next one level deeper. */
export const constructWords = {
  alliance: 'packs.construct.alliance',
  'alliance.goals': 'packs.construct.goals',
  'alliance.tasks': 'packs.construct.tasks',
  'alliance.bond': 'packs.construct.bond',
  'empathy.received': 'packs.construct.empathy',
  helpfulness: 'packs.construct.helpfulness',
  accomplishment: 'packs.construct.accomplishment',
  depth: 'packs.construct.depth',
  'therapist.feelings': 'packs.construct.feelings',
  emotions: 'packs.construct.emotions',
  symptoms: 'packs.construct.symptoms',
  functioning: 'packs.construct.functioning',
  wellbeing: 'packs.construct.wellbeing',
  other: 'packs.construct.other',
} as const satisfies Record<ScaleConstruct, string>

/** Asks for each scale what it measures and what time it is about. A scale that nobody described stays `other`. */
export function ScaleMeanings({
  scales,
  said,
  onChange,
}: {
  scales: readonly Scale[]
  said: readonly ScaleDescription[]
  onChange: (said: readonly ScaleDescription[]) => void
}) {
  const { t } = useTranslation()
  return scales.map((scale) => {
    const own = said.find((description) => description.scale === scale.id)
    const change = (part: Partial<ScaleDescription>): void =>
      onChange([
        ...said.filter((description) => description.scale !== scale.id),
        { scale: scale.id, construct: constructOf(scale), frame: frameOf(scale), ...own, ...part },
      ])
    return (
      <fieldset key={scale.id} className={styles['sheet']}>
        <legend className={common['strong']}>{scale.title}</legend>
        <SelectField
          label={t('packs.meaning.construct')}
          options={scaleConstructs.map((value) => ({ value, label: t(constructWords[value]) }))}
          value={own?.construct ?? scale.construct ?? null}
          onChange={(construct) => change({ construct })}
          placeholder={t('packs.meaning.unknown')}
        />
        <SelectField
          label={t('packs.meaning.frame')}
          options={scaleFrames.map((value) => ({ value, label: t(`packs.frame.${value}`) }))}
          value={own?.frame ?? scale.frame ?? null}
          onChange={(frame) => change({ frame })}
          placeholder={t('packs.meaning.unknown')}
        />
      </fieldset>
    )
  })
}
