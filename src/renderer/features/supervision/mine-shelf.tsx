import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPrepared, type ListedItem } from '#shared/supervision/agenda.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { AgendaItemRow } from './agenda-item.tsx'
import { ItemActions } from './item-actions.tsx'
import { itemName } from './item-words.ts'
import { LineForm } from './line-form.tsx'
import { QuestionForm } from './question-form.tsx'

/** The therapist's own shelf: each item with its question, how many are prepared, and what is missing. */
export function MineShelf({ items }: { items: readonly ListedItem[] }) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const isReadOnly = useReadOnly() !== null
  const moving = useChange('supervision.move')
  const [last, setLast] = useState<{ item: ListedItem; state: 'put-off' | 'removed' } | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const move = (item: ListedItem, state: 'put-off' | 'removed'): void =>
    moving.mutate({ id: item.id, state }, { onSuccess: () => setLast({ item, state }) })
  const keys = platform === 'mac' ? 'Cmd+Shift+S' : 'Ctrl+Shift+S'
  return (
    <Card title={t('supervision.mine.title')} titleRef={title}>
      {items.length === 0 ? (
        <p className={common['note']}>
          {isReadOnly ? t('supervision.mine.noneToRead') : t('supervision.mine.none', { keys })}
        </p>
      ) : (
        <Prepared items={items} />
      )}
      <FailureNotice failure={moving.error} />
      {last === null || isReadOnly ? null : (
        <Moved
          key={`${last.item.id} ${last.state}`}
          words={t(last.state === 'removed' ? 'supervision.mine.removed' : 'supervision.mine.wasPutOff', {
            name: itemName(last.item, t),
          })}
          onUndo={() =>
            moving.mutate(
              { id: last.item.id, state: 'open' },
              {
                onSuccess: () => {
                  setLast(null)
                  title.current?.focus()
                },
              },
            )
          }
        />
      )}
      {items.length === 0 ? null : (
        <ul className={common['divided']}>
          {items.map((item) => {
            const name = itemName(item, t)
            return (
              <AgendaItemRow key={item.id} item={item}>
                {isReadOnly ? (
                  item.question === '' ? null : (
                    <p className={common['typedText']}>{item.question}</p>
                  )
                ) : (
                  <>
                    <QuestionForm item={item} name={name} />
                    <ItemActions
                      name={name}
                      first={{ label: t('supervision.mine.putOff'), onPress: () => move(item, 'put-off') }}
                      second={{ label: t('supervision.mine.remove'), onPress: () => move(item, 'removed') }}
                    />
                  </>
                )}
              </AgendaItemRow>
            )
          })}
        </ul>
      )}
      {isReadOnly ? null : <LineForm />}
    </Card>
  )
}

/** What became of the last item, with an undo button. The focus goes to that button, because the item's own is gone. */
function Moved({ words, onUndo }: { words: string; onUndo: () => void }) {
  const { t } = useTranslation()
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => undo.current?.focus(), [])
  return (
    <output className={stackClass({ direction: 'row', gap: 16, lineGap: 8, align: 'centre' })}>
      {words}
      <Button kind="quiet" ref={undo} onPress={onUndo}>
        {t('supervision.mine.undo')}
      </Button>
    </output>
  )
}

/** How many items are prepared, and which ones still lack a question. */
function Prepared({ items }: { items: readonly ListedItem[] }) {
  const { t } = useTranslation()
  const missing = items.filter((item) => !isPrepared(item))
  if (missing.length === 0) return <p>{t('supervision.mine.ready', { count: items.length })}</p>
  return (
    <p>
      {t('supervision.mine.prepared', { count: items.length, prepared: items.length - missing.length })}{' '}
      {t('supervision.mine.missing', { names: missing.map((item) => itemName(item, t)) })}
    </p>
  )
}
