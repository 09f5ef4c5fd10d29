import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RetentionItem } from '#shared/rights/retention.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { dayInWords } from '#renderer/lib/dates.ts'
import common from '#renderer/ui/common.module.css'
import styles from './rights.module.css'

/** Lists ended therapies, each with its two possible decisions. */
export function RetentionList({
  items,
  onKeep,
}: {
  items: readonly RetentionItem[]
  onKeep: (item: RetentionItem) => void
}) {
  if (items.length === 0) return null
  return (
    <ul className={styles['rows']}>
      {items.map((item) => (
        <Row key={item.clientId} item={item} onKeep={() => onKeep(item)} />
      ))}
    </ul>
  )
}

function Row({ item, onKeep }: { item: RetentionItem; onKeep: () => void }) {
  const { t } = useTranslation()
  const { clientId, code, lastOn, sessions, kept, isFictional } = item
  return (
    <li className={styles['row']}>
      <span className={styles['who']}>
        <span>
          <Link to="/clients/$clientId" params={{ clientId }}>
            {code}
          </Link>{' '}
          {isFictional ? (
            <Tag kind="sample" icon="leaf">
              {t('rights.retention.due.fictional')}
            </Tag>
          ) : null}
        </span>
        <span className={common['note']}>
          {t('rights.retention.due.last', { date: dayInWords(lastOn), count: sessions })}
        </span>
        {kept === null ? null : (
          <span className={common['note']}>
            {t('rights.retention.kept.until', { date: dayInWords(kept.until), reason: kept.reason })}
          </span>
        )}
      </span>
      <Stack direction="row" gap={8}>
        <Button onPress={onKeep}>
          <span aria-hidden="true">{t('rights.retention.due.keep')}</span>
          <VisuallyHidden>{t('rights.retention.due.keepOf', { code })}</VisuallyHidden>
        </Button>
        <Link to="/clients/$clientId/erase" params={{ clientId }} className={buttonClass()}>
          <span aria-hidden="true">{t('rights.retention.due.erase')}</span>
          <VisuallyHidden>{t('rights.retention.due.eraseOf', { code })}</VisuallyHidden>
        </Link>
      </Stack>
    </li>
  )
}
