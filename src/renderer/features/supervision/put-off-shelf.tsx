import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'
import { AgendaItemRow } from './agenda-item.tsx'
import { ItemActions } from './item-actions.tsx'
import { itemName } from './item-words.ts'

/** What was put off: how often, and since when. */
export function PutOffShelf({ items }: { items: readonly ListedItem[] }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const moving = useChange('supervision.move')
  const title = useRef<HTMLHeadingElement>(null)
  const [last, setLast] = useState<{ name: string; state: 'open' | 'removed' } | null>(null)
  const move = (item: ListedItem, state: 'open' | 'removed'): void =>
    moving.mutate(
      { id: item.id, state },
      {
        onSuccess: () => {
          setLast({ name: itemName(item, t), state })
          title.current?.focus()
        },
      },
    )
  return (
    <Card title={t('supervision.putOff.title')} titleRef={title}>
      {items.length === 0 ? <p className={common['note']}>{t('supervision.putOff.none')}</p> : null}
      <FailureNotice failure={moving.error} />
      {last === null ? null : (
        <output>
          {t(last.state === 'open' ? 'supervision.ratings.tookUp' : 'supervision.mine.removed', {
            name: last.name,
          })}
        </output>
      )}
      {items.length === 0 ? null : (
        <ul className={common['divided']}>
          {items.map((item) => {
            const name = itemName(item, t)
            return (
              <AgendaItemRow key={item.id} item={item}>
                {item.putOffSince === null ? null : (
                  <p className={common['note']}>
                    {t('supervision.putOff.since', {
                      count: item.putOffCount,
                      date: new Date(item.putOffSince),
                    })}
                  </p>
                )}
                {item.question === '' ? null : <p className={common['typedText']}>{item.question}</p>}
                {isReadOnly ? null : (
                  <ItemActions
                    name={name}
                    first={{ label: t('supervision.ratings.takeUp'), onPress: () => move(item, 'open') }}
                    second={{ label: t('supervision.mine.remove'), onPress: () => move(item, 'removed') }}
                  />
                )}
              </AgendaItemRow>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
