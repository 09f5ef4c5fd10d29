import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './instruments.module.css'

/** The questions with every possible answer and their special rules. */
export function ItemList({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  return (
    <ol className={styles['items']}>
      {instrument.items.map((item) => {
        const risk = instrument.riskItems.find((marked) => marked.item === item.id)
        return (
          <li key={item.id}>
            <p>{item.text}</p>
            <Answers item={item} />
            {risk === undefined && !item.reversed ? null : (
              <p className={stackClass({ direction: 'row', gap: 8 })}>
                {risk === undefined ? null : (
                  <Tag kind="risk">{t('packs.view.risk', { value: risk.atOrAbove })}</Tag>
                )}
                {item.reversed ? <Tag>{t('packs.view.reversed')}</Tag> : null}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Answers({ item }: { item: InstrumentItem }) {
  const { t } = useTranslation()
  const { labels, anchors, minimum, maximum, step } = item
  if (labels !== undefined) {
    return (
      <ul className={styles['answers']}>
        {labels.map(({ value, text }) => (
          <li key={value}>{t('packs.view.answer', { value, text })}</li>
        ))}
      </ul>
    )
  }
  if (anchors === undefined) return null
  const ends = { minimum, maximum, step, low: anchors.minimum, high: anchors.maximum }
  return (
    <p className={styles['note']}>
      {t('packs.view.anchors', ends)}
      {anchors.middle === undefined ? null : <>; {t('packs.view.middle', { text: anchors.middle })}</>}
    </p>
  )
}
