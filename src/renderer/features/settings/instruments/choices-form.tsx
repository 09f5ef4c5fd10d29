import { useTranslation } from 'react-i18next'
import type { PackDraft } from '#shared/instruments/packs/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import {
  blankScale,
  draftTexts,
  occasions,
  respondents,
  type ChoiceFields,
  type DraftText,
} from './choice-fields.ts'
import { ItemChoice } from './item-choice.tsx'
import { RiskFields } from './risk-fields.tsx'
import { ScaleFieldset } from './scale-fieldset.tsx'
import common from '#renderer/ui/common.module.css'

/** A part of the form: the questions it is about, what was typed, and the errors. */
interface PartProps {
  readonly draft: PackDraft
  readonly fields: ChoiceFields
  readonly onChange: (fields: ChoiceFields) => void
  /** The error at a path of the choices, such as `scales.0.title`. */
  readonly errorAt: (place: string) => string | undefined
}

/** Asks for the values that the file of another program cannot hold; each field shows its own error. */
export function ChoicesForm(props: PartProps) {
  const { t } = useTranslation()
  const { draft, fields, onChange, errorAt } = props
  return (
    <>
      <TextField
        label={t('packs.choices.id')}
        description={t('packs.choices.idAdvice')}
        error={errorAt('id')}
        value={fields.id}
        onChange={(id) => onChange({ ...fields, id })}
        spellCheck={false}
      />
      <DraftTexts {...props} names={draftTexts.filter((name) => draft[name] === null)} />
      <RightsFields {...props} />
      <GivenFields {...props} />
      <ScoringFields {...props} />
    </>
  )
}

/** The texts of an instrument. */
export function DraftTexts({
  names,
  fields,
  onChange,
  errorAt,
}: PartProps & { names: readonly DraftText[] }) {
  const { t } = useTranslation()
  return names.map((name) => (
    <TextField
      key={name}
      label={t(`packs.choices.text.${name}`)}
      error={errorAt(name)}
      value={fields.texts[name]}
      onChange={(text) => onChange({ ...fields, texts: { ...fields.texts, [name]: text } })}
    />
  ))
}

/** Who may use it, and how far it was tested. */
export function RightsFields({ fields, onChange, errorAt }: PartProps) {
  const { t } = useTranslation()
  return (['whoMayUse', 'validationStatus'] as const).map((name) => (
    <TextField
      key={name}
      label={t(`packs.choices.${name}`)}
      description={t(`packs.choices.${name}Advice`)}
      error={errorAt(name)}
      value={fields[name]}
      onChange={(text) => onChange({ ...fields, [name]: text })}
    />
  ))
}

/** Who answers, and when. */
export function GivenFields({ fields, onChange, errorAt }: PartProps) {
  const { t } = useTranslation()
  const capitals = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
  return (
    <>
      <ChoiceGroup
        label={t('packs.choices.respondent')}
        options={respondents.map((value) => ({ value, label: t(`packs.view.respondent.${value}`) }))}
        error={errorAt('respondent')}
        value={fields.respondent}
        onChange={(respondent) => onChange({ ...fields, respondent })}
      />
      <ChoiceGroup
        label={t('packs.choices.occasion')}
        options={occasions.map((value) => ({ value, label: capitals(t(`packs.view.occasion.${value}`)) }))}
        error={errorAt('occasion')}
        value={fields.occasion}
        onChange={(occasion) => onChange({ ...fields, occasion })}
      />
    </>
  )
}

/** The scores, the questions about risk, and what is published about both. */
export function ScoringFields({ draft, fields, onChange, errorAt }: PartProps) {
  const { t } = useTranslation()
  const change = (part: Partial<ChoiceFields>): void => onChange({ ...fields, ...part })
  return (
    <>
      {fields.scales.map((scale, position) => (
        <ScaleFieldset
          key={scale.key}
          draft={draft}
          scale={scale}
          position={position}
          errorAt={(place) => errorAt(`scales.${String(position)}.${place}`)}
          onChange={(next) =>
            change({ scales: fields.scales.map((other) => (other.key === scale.key ? next : other)) })
          }
          onRemove={
            fields.scales.length > 1
              ? () => change({ scales: fields.scales.filter((other) => other.key !== scale.key) })
              : null
          }
        />
      ))}
      <div>
        <Button icon="plus" onPress={() => change({ scales: [...fields.scales, blankScale(draft)] })}>
          {t('packs.choices.addScale')}
        </Button>
      </div>
      <RiskFields draft={draft} risks={fields.risks} onChange={(risks) => change({ risks })} />
      <Disclosure title={t('packs.choices.reversed')} level={4}>
        <p className={common['note']}>{t('packs.choices.reversedAdvice')}</p>
        <ItemChoice draft={draft} chosen={fields.reversed} onChange={(reversed) => change({ reversed })} />
      </Disclosure>
      <ThresholdFields fields={fields} onChange={change} errorAt={errorAt} />
      <CheckBox
        label={t('packs.choices.private')}
        isSelected={fields.isPrivate}
        onChange={(isPrivate) => change({ isPrivate })}
      />
    </>
  )
}

type Thresholds = Pick<ChoiceFields, 'change' | 'cutoff'>

/** The published change threshold and cut-off of the first score, if there are any. */
function ThresholdFields({
  fields: { change, cutoff },
  onChange,
  errorAt,
}: {
  fields: Thresholds
  onChange: (part: Partial<Thresholds>) => void
  errorAt: (place: string) => string | undefined
}) {
  const { t } = useTranslation()
  return (
    <Disclosure title={t('packs.choices.change')} level={4}>
      <Stack gap={8}>
        <p className={common['note']}>{t('packs.choices.changeAdvice')}</p>
        <TextField
          label={t('packs.choices.changePoints')}
          error={errorAt('changeThreshold.points')}
          value={change.points}
          onChange={(points) => onChange({ change: { ...change, points } })}
        />
        <TextField
          label={t('packs.choices.changeSource')}
          error={errorAt('changeThreshold.source')}
          value={change.source}
          onChange={(source) => onChange({ change: { ...change, source } })}
        />
        <TextField
          label={t('packs.choices.cutoffValue')}
          error={errorAt('cutoffs.0.value') ?? errorAt('cutoffs.0')}
          value={cutoff.value}
          onChange={(value) => onChange({ cutoff: { ...cutoff, value } })}
        />
        <TextField
          label={t('packs.choices.cutoffMeaning')}
          error={errorAt('cutoffs.0.meaning')}
          value={cutoff.meaning}
          onChange={(meaning) => onChange({ cutoff: { ...cutoff, meaning } })}
        />
        <TextField
          label={t('packs.choices.cutoffSource')}
          error={errorAt('cutoffs.0.source')}
          value={cutoff.source}
          onChange={(source) => onChange({ cutoff: { ...cutoff, source } })}
        />
      </Stack>
    </Disclosure>
  )
}
