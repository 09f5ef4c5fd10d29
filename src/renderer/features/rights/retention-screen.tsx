import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  fewestRetentionYears,
  mostRetentionYears,
  type RetentionItem,
  type RetentionReview,
  type RetentionRule,
} from '#shared/rights/retention.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { VaultCopiesNote } from '#renderer/parts/vault-copies-note.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { opensFirstLink } from '#renderer/ui/row-menu.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './rights.module.css'

/** The rule for ended therapies, and those that are due for review. */
export function RetentionScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('rights.retention.title')} subtitle={t('rights.retention.subtitle')} width="narrow">
      <BackLink to="/settings">{t('rights.retention.back')}</BackLink>
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
          <Card title={t('rights.retention.copies')}>
            <VaultCopiesNote />
          </Card>
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

/** Lists ended therapies, each with its two possible decisions. */
function RetentionList({
  items,
  onKeep,
}: {
  items: readonly RetentionItem[]
  onKeep: (item: RetentionItem) => void
}) {
  if (items.length === 0) return null
  return (
    <ul className={joinClasses(common['divided'], styles['rows'])}>
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
    <li
      className={stackClass({ direction: 'row', gap: 16, lineGap: 8, align: 'centre', justify: 'between' })}
      {...opensFirstLink}
    >
      <span className={joinClasses(stackClass({ gap: 4 }), styles['who'])}>
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

/** Switches the review on and sets after how many years. */
function RetentionRuleCard({ rule }: { rule: RetentionRule }) {
  const { t } = useTranslation()
  const [isOn, setIsOn] = useState(rule.isOn)
  const [years, setYears] = useState<number | null>(rule.years)
  const save = useChange('rights.setRetention')
  const isWhole =
    years !== null && Number.isInteger(years) && years >= fewestRetentionYears && years <= mostRetentionYears
  return (
    <Card title={t('rights.retention.rule.title')}>
      <CheckBox label={t('rights.retention.rule.isOn')} isSelected={isOn} onChange={setIsOn} />
      <div className={common['short']}>
        <NumberEntry
          label={t('rights.retention.rule.years')}
          unit={t('rights.retention.rule.unit')}
          value={years}
          onChange={setYears}
          error={
            isWhole
              ? undefined
              : t('rights.retention.rule.invalid', { least: fewestRetentionYears, most: mostRetentionYears })
          }
        />
      </div>
      <Stack direction="row" gap={12} align="centre">
        <Button
          isPending={save.isPending}
          isDisabled={!isWhole}
          onPress={() => (isWhole ? save.mutate({ isOn, years }) : undefined)}
        >
          {t(save.isPending ? 'rights.retention.rule.saving' : 'rights.retention.rule.save')}
        </Button>
        <output className={common['note']}>{save.isSuccess ? t('rights.retention.rule.saved') : null}</output>
      </Stack>
      <FailureNotice failure={save.error} />
    </Card>
  )
}
