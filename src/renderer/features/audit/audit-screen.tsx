import { useTranslation } from 'react-i18next'
import type { AuditCheck, AuditFinding } from '#shared/audit/audit-check.ts'
import { useChange } from '#renderer/lib/change.ts'
import { timeOf } from '#renderer/lib/dates.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { AuditEntriesCard } from './audit-entries-card.tsx'
import { useAuditExport, useAuditOverview } from './use-audit.ts'
import common from '#renderer/ui/common.module.css'

/** Shows what happened in the vault, whether the log is unchanged, and how to save it. */
export function AuditScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('audit.title')} subtitle={t('audit.subtitle')}>
      <BackLink to="/settings">{t('audit.back')}</BackLink>
      <AuditCheckCard />
      <AuditEntriesCard />
      <AuditSaveCard />
    </Page>
  )
}

/** Saves the whole log where the user chooses, as a table or for a program. */
function AuditSaveCard() {
  const { t } = useTranslation()
  const save = useAuditExport()
  const proof = useProof('audit.export')
  return (
    <Card title={t('audit.save.title')}>
      <p>{t('audit.save.about')}</p>
      <Stack direction="row" gap={12}>
        {(['csv', 'lines'] as const).map((format) => (
          <Button
            key={format}
            isPending={save.isPending && save.variables.format === format}
            onPress={() => proof.ask((given) => save.mutate({ format, proof: given }))}
          >
            {t(`audit.save.${format}`)}
          </Button>
        ))}
      </Stack>
      <output className={common['note']}>
        {save.data ? t('audit.save.saved', { count: save.data.entries, name: save.data.name }) : null}
      </output>
      <FailureNotice failure={save.error} />
      {proof.dialog}
    </Card>
  )
}

/** Shows whether the log is unchanged, and where it was tampered with. */
function AuditCheckCard() {
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
      <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
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
  return t(`audit.check.findings.${kind}`, { count: to - from + 1, range })
}
