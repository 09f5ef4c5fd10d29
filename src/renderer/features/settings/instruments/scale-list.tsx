import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { stackClass } from '#renderer/ui/stack-class.ts'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

/** The scores: the questions of each, its range and better end, and its rule for missing answers. */
export function ScaleList({ instrument }: { instrument: Instrument }) {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  const numberOf = (id: string) => String(instrument.items.findIndex((item) => item.id === id) + 1)
  return (
    <ul className={stackClass({ gap: 12 })}>
      {instrument.scales.map(({ id, title, items, method, minimum, maximum, direction, missing }) => (
        <li key={id}>
          <p className={common['strong']}>{title}</p>
          <p>
            {t('packs.view.scale', {
              method: t(`packs.view.method.${method}`),
              minimum,
              maximum,
              direction: t(`packs.view.direction.${direction}`),
            })}
          </p>
          <p className={styles['note']}>
            {t('packs.view.madeOf', { items: list.format(items.map(numberOf)), count: items.length })}{' '}
            {missing.prorate
              ? t('packs.view.gaps.prorated', { least: missing.minimumAnswered, all: items.length })
              : t('packs.view.gaps.all')}
          </p>
        </li>
      ))}
    </ul>
  )
}
