import { useTranslation } from 'react-i18next'
import type { PackDraft } from '#shared/instruments/packs/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { directions, methods, type ScaleFields } from './choice-fields.ts'
import { ItemChoice } from './item-choice.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

/** One score: its name, its questions, its calculation, and its better end. */
export function ScaleFieldset({
  draft,
  scale,
  position,
  errorAt,
  onChange,
  onRemove,
}: {
  draft: PackDraft
  scale: ScaleFields
  position: number
  errorAt: (place: string) => string | undefined
  onChange: (scale: ScaleFields) => void
  /** Null for the only one: an instrument without a score has nothing to show. */
  onRemove: (() => void) | null
}) {
  const { t } = useTranslation()
  const number = position + 1
  const change = (part: Partial<ScaleFields>): void => onChange({ ...scale, ...part })
  return (
    <fieldset className={styles['sheet']}>
      <legend className={common['strong']}>{t('packs.choices.scale', { number })}</legend>
      <TextField
        label={t('packs.choices.scaleTitle')}
        error={errorAt('title')}
        value={scale.title}
        onChange={(title) => change({ title })}
      />
      <ChoiceGroup
        label={t('packs.choices.method')}
        options={methods.map((value) => ({ value, label: t(`packs.view.method.${value}`) }))}
        error={errorAt('method')}
        value={scale.method}
        onChange={(method) => change({ method })}
      />
      <ChoiceGroup
        label={t('packs.choices.direction')}
        options={directions.map((value) => ({ value, label: t(`packs.choices.better.${value}`) }))}
        error={errorAt('direction')}
        value={scale.direction}
        onChange={(direction) => change({ direction })}
      />
      <Disclosure
        title={t('packs.choices.items', { chosen: scale.items.length, count: draft.items.length })}
        level={4}
      >
        <ItemChoice draft={draft} chosen={scale.items} onChange={(items) => change({ items })} />
      </Disclosure>
      {scale.items.length === 0 ? (
        <p className={common['note']}>{t('packs.choices.noItems')}</p>
      ) : (
        <NumberEntry
          label={t('packs.choices.leastAnswered')}
          description={t('packs.choices.leastAnsweredAdvice', { count: scale.items.length })}
          value={Math.min(scale.leastAnswered ?? scale.items.length, scale.items.length)}
          onChange={(leastAnswered) => change({ leastAnswered })}
          minimum={1}
          maximum={scale.items.length}
        />
      )}
      {onRemove === null ? null : (
        <div>
          <Button kind="quiet" icon="trash" onPress={onRemove}>
            {t('packs.choices.removeScale', { number })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
