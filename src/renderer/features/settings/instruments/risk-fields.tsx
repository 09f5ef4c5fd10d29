import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { PackDraft } from '#shared/instruments/packs/index.ts'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

/** Marks the questions that ask about risk, and the lowest answer that is reported at once. Known ones stay marked. */
export function RiskFields({
  draft,
  risks,
  onChange,
}: {
  draft: PackDraft
  risks: ReadonlyMap<string, number>
  onChange: (risks: ReadonlyMap<string, number>) => void
}) {
  const { t } = useTranslation()
  const mark = (item: InstrumentItem, from: number | null): void => {
    const next = new Map(risks)
    if (from === null) next.delete(item.id)
    else next.set(item.id, from)
    onChange(next)
  }
  return (
    <fieldset className={styles['sheet']}>
      <legend className={common['strong']}>{t('packs.choices.risk')}</legend>
      <p className={common['note']}>{t('packs.choices.riskAdvice')}</p>
      {draft.items.map(({ item }, position) => {
        const from = risks.get(item.id)
        const isKnown = draft.riskItems.includes(item.id)
        return (
          <Stack key={item.id} gap={8}>
            <CheckBox
              label={t('packs.choices.numbered', { number: position + 1, text: item.text })}
              description={isKnown ? t('packs.choices.riskKnown') : undefined}
              isSelected={from !== undefined}
              isDisabled={isKnown}
              onChange={(isRisk) => mark(item, isRisk ? item.minimum + item.step : null)}
            />
            {from === undefined ? null : (
              <LowestAnswer
                item={item}
                number={position + 1}
                from={from}
                onChange={(value) => mark(item, value)}
              />
            )}
          </Stack>
        )
      })}
    </fieldset>
  )
}

function LowestAnswer({
  item,
  number,
  from,
  onChange,
}: {
  item: InstrumentItem
  number: number
  from: number
  onChange: (value: number) => void
}) {
  const { t } = useTranslation()
  const label = t('packs.choices.riskFromOf', { number })
  if (item.labels === undefined) {
    return (
      <NumberEntry
        label={label}
        value={from}
        minimum={item.minimum + item.step}
        maximum={item.maximum}
        step={item.step}
        onChange={(value) => {
          if (value !== null) onChange(value)
        }}
      />
    )
  }
  return (
    <SelectField
      label={label}
      placeholder={t('packs.choices.choose')}
      options={item.labels
        .filter(({ value }) => value > item.minimum)
        .map(({ value, text }) => ({ value: String(value), label: t('packs.view.answer', { value, text }) }))}
      value={String(from)}
      onChange={(value) => onChange(Number(value))}
    />
  )
}
