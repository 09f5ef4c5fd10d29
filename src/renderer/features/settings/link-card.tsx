import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

const links = {
  rules: [
    { to: '/settings/rules', name: 'settings.rules.rules', note: 'settings.rules.rulesNote' },
    { to: '/settings/prompts', name: 'settings.rules.prompts', note: 'settings.rules.promptsNote' },
    { to: '/settings/error-rates', name: 'settings.rules.errors', note: 'settings.rules.errorsNote' },
    {
      to: '/settings/instruments',
      name: 'settings.rules.instruments',
      note: 'settings.rules.instrumentsNote',
    },
  ],
  vault: [
    { to: '/settings/security', name: 'settings.vault.security', note: 'settings.vault.securityNote' },
    { to: '/settings/backups', name: 'settings.vault.backups', note: 'settings.vault.backupsNote' },
    {
      to: '/settings/import-ratings',
      name: 'settings.vault.importRatings',
      note: 'settings.vault.importRatingsNote',
    },
    { to: '/settings/ratings', name: 'settings.vault.ratings', note: 'settings.vault.ratingsNote' },
  ],
  records: [
    { to: '/settings/audit', name: 'settings.records.audit', note: 'settings.records.auditNote' },
    { to: '/settings/retention', name: 'settings.records.retention', note: 'settings.records.retentionNote' },
  ],
} as const

/** Links to the further settings about one subject, each with a line about it. */
export function LinkCard({ about }: { about: keyof typeof links }) {
  const { t } = useTranslation()
  return (
    <Card title={t(`settings.${about}.title`)}>
      <dl className={stackClass({ gap: 16 })}>
        {links[about].map(({ to, name, note }) => (
          <div key={to}>
            <dt>
              <Link to={to}>{t(name)}</Link>
            </dt>
            <dd className={common['note']}>{t(note)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
