import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  pairCandidates,
  type ScaleDescription,
  type ScaleOfInstrument,
} from '#shared/instruments/described-scales.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import {
  canBeAlliance,
  constructOf,
  frameOf,
  scaleConstructs,
  scaleFrames,
  type ScaleConstruct,
} from '#shared/instruments/scale-facts.ts'
import { useAsk } from '#renderer/lib/ask.ts'
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

const noPair = 'none'

/**
 * Asks for each scale what it measures, what time it is about and, if one on offer fits, which form of the other person
 * asks the same. A scale that nobody described stays `other`.
 */
export function ScaleMeanings({
  instrument,
  scales,
  said,
  onChange,
}: {
  instrument: Instrument
  /** Those of its scales that are asked about. */
  scales: readonly Scale[]
  said: readonly ScaleDescription[]
  onChange: (said: readonly ScaleDescription[]) => void
}) {
  const { t } = useTranslation()
  const others = useOffered()
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
          options={scaleConstructs.map((value) => ({
            value,
            label: t(constructWords[value]),
            ...(value === 'alliance' && !canBeAlliance(scale)
              ? { isDisabled: true, description: t('packs.meaning.noAlliance') }
              : {}),
          }))}
          value={own?.construct ?? scale.construct ?? null}
          // A pair is of one construct, so another one ends it.
          onChange={(construct) => change({ construct, pairedWith: undefined })}
          placeholder={t('packs.meaning.unknown')}
        />
        <SelectField
          label={t('packs.meaning.frame')}
          options={scaleFrames.map((value) => ({ value, label: t(`packs.frame.${value}`) }))}
          value={own?.frame ?? scale.frame ?? null}
          onChange={(frame) => change({ frame })}
          placeholder={t('packs.meaning.unknown')}
        />
        <PairField
          candidates={pairCandidates({ instrument, scale: { ...scale, ...pickSaid(own) } }, others)}
          pairedWith={own?.pairedWith === undefined ? scale.pairedWith : own.pairedWith}
          onChange={(pairedWith) => change({ pairedWith })}
        />
      </fieldset>
    )
  })
}

/** What the user said of a scale, as far as it decides which scales fit. */
function pickSaid(own: ScaleDescription | undefined): Partial<Scale> {
  return own === undefined ? {} : { construct: own.construct, frame: own.frame }
}

/** The instruments that can pair with another; none until they are loaded. */
export function useOffered(): readonly Instrument[] {
  const packs = useAsk('packs.list')
  return useMemo(
    () => (packs.data ?? []).filter(({ state }) => state === 'offered').map(({ instrument }) => instrument),
    [packs.data],
  )
}

function PairField({
  candidates,
  pairedWith,
  onChange,
}: {
  candidates: readonly ScaleOfInstrument[]
  pairedWith: ScaleDescription['pairedWith']
  onChange: (pairedWith: ScaleDescription['pairedWith']) => void
}) {
  const { t } = useTranslation()
  if (candidates.length === 0) return null
  const keyOf = (instrumentId: string, scaleId: string) => `${instrumentId}/${scaleId}`
  const options = candidates.map(({ instrument, scale }) => ({
    value: keyOf(instrument.id, scale.id),
    label: t('packs.meaning.pairOf', { instrument: instrument.title, scale: scale.title }),
    pairedWith: { instrument: instrument.id, scale: scale.id },
  }))
  const current = pairedWith ? keyOf(pairedWith.instrument, pairedWith.scale) : noPair
  return (
    <SelectField
      label={t('packs.meaning.pair')}
      description={t('packs.meaning.pairNote')}
      options={[{ value: noPair, label: t('packs.meaning.noPair') }, ...options]}
      value={current}
      onChange={(value) => onChange(options.find((option) => option.value === value)?.pairedWith ?? null)}
      placeholder={t('packs.meaning.noPair')}
    />
  )
}
