import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { Card } from '#renderer/ui/card.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import common from '#renderer/ui/common.module.css'
import { itemTexts } from './choice.ts'
import type { MappingProps } from './column-field.tsx'
import { columnOptions } from './column-options.ts'
import { TotalsToCompare } from './totals-to-compare.tsx'
import styles from './imports.module.css'

/** Asks where the answer to each question of the questionnaire is. */
export function ItemsCard({
  survey,
  choice,
  onChange,
  instrument,
}: MappingProps & { instrument: Instrument }) {
  const { t } = useTranslation()
  const { layout, items } = choice
  const isTotals = instrument.totalOf !== undefined
  const options = [
    { value: 'none', label: t('imports.columns.none') },
    ...(layout === 'wide'
      ? columnOptions(t, survey, choice)
      : itemTexts(choice, survey).map((text) => ({ value: `=${text}`, label: text }))),
  ]
  // A text may be called "none", too.
  const mark = layout === 'wide' ? '' : '='
  return (
    <Card title={t(isTotals ? 'imports.items.totalsTitle' : 'imports.items.title')}>
      <p>{t(isTotals ? `imports.items.totals.${layout}` : `imports.items.${layout}`)}</p>
      {isTotals ? null : (
        <p className={common['note']}>
          {t('imports.items.found', { count: Object.keys(items).length, all: instrument.items.length })}
        </p>
      )}
      <div className={styles['items']}>
        {instrument.items.map(({ id, text }, at) => (
          <SelectField
            key={id}
            label={isTotals ? titleOf(instrument, id) : t('imports.items.label', { place: at + 1, text })}
            placeholder={t('imports.items.placeholder')}
            options={options}
            value={items[id] === undefined ? 'none' : `${mark}${items[id]}`}
            onChange={(value) => {
              const { [id]: _before, ...others } = items
              onChange({
                ...choice,
                items: value === 'none' ? others : { ...others, [id]: value.slice(mark.length) },
              })
            }}
          />
        ))}
      </div>
      {isTotals ? null : (
        <TotalsToCompare choice={choice} onChange={onChange} instrument={instrument} options={options} />
      )}
    </Card>
  )
}

/** The name of the score that a question of a form of totals is about. */
function titleOf({ scales }: Instrument, item: string): string {
  return scales.find(({ items }) => items.includes(item))?.title ?? item
}
