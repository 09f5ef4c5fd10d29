import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RetentionItem, RetentionReview } from '#shared/rights/retention.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { RetentionList } from './retention-list.tsx'
import { RetentionRuleCard } from './retention-rule-card.tsx'
import styles from './rights.module.css'

/** The rule for ended therapies, and those that are due for review. */
export function RetentionScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('rights.retention.title')} subtitle={t('rights.retention.subtitle')} width="narrow">
      <p className={styles['back']}>
        <Link to="/settings" activeOptions={{ exact: true }} className={buttonClass({ kind: 'quiet' })}>
          <Icon name="chevron-left" />
          {t('rights.retention.back')}
        </Link>
      </p>
      <Kept />
    </Page>
  )
}

function Kept() {
  const { t } = useTranslation()
  const review = useAsk('rights.retention', undefined, { staleTime: 0 })
  return (
    <Loaded query={review} loading={t('rights.loading')}>
      {(kept) => (
        <>
          <RetentionRuleCard rule={kept.rule} />
          <Review review={kept} />
        </>
      )}
    </Loaded>
  )
}

function Review({ review: { rule, items } }: { review: RetentionReview }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<RetentionItem | null>(null)
  const due = items.filter(({ kept }) => kept === null)
  const kept = items.filter((item) => item.kept !== null)
  const about = rule.isOn
    ? due.length === 0
      ? t('rights.retention.due.none')
      : t('rights.retention.due.about', { count: due.length })
    : t('rights.retention.due.off')
  return (
    <>
      <Card title={t('rights.retention.due.title')}>
        <p>{about}</p>
        <RetentionList items={due} onKeep={setAsked} />
      </Card>
      {kept.length === 0 ? null : (
        <Card title={t('rights.retention.kept.title')}>
          <RetentionList items={kept} onKeep={setAsked} />
        </Card>
      )}
      {asked === null ? null : <KeepDialog item={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
