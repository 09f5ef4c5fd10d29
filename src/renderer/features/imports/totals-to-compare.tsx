import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Option } from '#renderer/ui/option.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import type { MappingProps } from './column-field.tsx'
import styles from './imports.module.css'

/** Asks where the file has totals beside the answers, so that both can be compared. */
export function TotalsToCompare({
  choice,
  onChange,
  instrument: { scales },
  options,
}: Pick<MappingProps, 'choice' | 'onChange'> & {
  readonly instrument: Instrument
  /** The places to choose from, the first one for none. */
  readonly options: readonly Option[]
}) {
  const { t } = useTranslation()
  const { layout, totals } = choice
  const mark = layout === 'wide' ? '' : '='
  // The score of one question says what its answer says.
  const several = scales.filter(({ items }) => items.length > 1)
  if (several.length === 0) return null
  return (
    <>
      <p>{t('imports.items.compare')}</p>
      <div className={styles['items']}>
        {several.map(({ id, title }) => (
          <SelectField
            key={id}
            label={t('imports.items.compareLabel', { title })}
            placeholder={t('imports.items.placeholder')}
            options={[...options]}
            value={totals[id] === undefined ? 'none' : `${mark}${totals[id]}`}
            onChange={(value) => {
              const { [id]: _before, ...others } = totals
              onChange({
                ...choice,
                totals: value === 'none' ? others : { ...others, [id]: value.slice(mark.length) },
              })
            }}
          />
        ))}
      </div>
    </>
  )
}
