import { useTranslation } from 'react-i18next'
import type { AuditCheck, AuditFinding } from '#shared/audit/audit-check.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { timeOf } from '#renderer/lib/dates.ts'
import { stackClass } from '#renderer/ui/stack-class.ts'
import common from '#renderer/ui/common.module.css'
import { useAuditOverview } from './use-audit.ts'
import styles from './audit.module.css'

/** Shows whether the log is unchanged, and where it was tampered with. */
export function AuditCheckCard() {
  const { t } = useTranslation()
  const overview = useAuditOverview()
  const check = useChange('audit.check')
  const last = check.data ?? overview.data?.check ?? null
  return (
    <Card
      title={t('audit.check.title')}
      actions={
        <Button isPending={check.isPending} onPress={() => check.mutate()}>
          {t(check.isPending ? 'audit.check.running' : 'audit.check.now')}
        </Button>
      }
    >
      <FailureNotice failure={check.error} />
      <output>{last === null ? t('audit.check.none') : <Outcome check={last} />}</output>
    </Card>
  )
}

function Outcome({ check }: { check: AuditCheck }) {
  const { t } = useTranslation()
  const at = t('audit.check.at', { time: timeOf(check.checkedAt) })
  if (check.found > 0) return <Tampered check={check} at={at} />
  const anchored =
    check.anchored === 0 ? t('audit.check.notAnchored') : t('audit.check.anchored', { count: check.anchored })
  return (
    <span className={stackClass({ gap: 4 })}>
      <span>
        {t('audit.check.sound', { count: check.entries })} {anchored}
      </span>
      <span className={common['note']}>{at}</span>
    </span>
  )
}

function Tampered({ check, at }: { check: AuditCheck; at: string }) {
  const { t } = useTranslation()
  const more = check.found - check.findings.length
  return (
    <Banner kind="risk" title={t('audit.check.tampered')}>
      <ul className={styles['findings']}>
        {check.findings.map((finding) => (
          <li key={`${finding.kind} ${String(finding.from)}`}>
            <Finding finding={finding} />
          </li>
        ))}
        {more > 0 ? <li>{t('audit.check.more', { count: more })}</li> : null}
      </ul>
      <p>{t('audit.check.meaning')}</p>
      <p>{t('audit.check.todo')}</p>
      <p className={common['note']}>{at}</p>
    </Banner>
  )
}

function Finding({ finding: { kind, from, to } }: { finding: AuditFinding }) {
  const { t } = useTranslation()
  const range = from === to ? String(from) : t('audit.check.range', { from, to })
  return t(`audit.check.findings.${kind}`, { range })
}
