import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RuleSummary } from '#shared/prompts/rule-summary.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import styles from './prompts.module.css'

/** One quiet line with the switched-off rules and a link to switch them on; absent if all are on. */
export function RulesOffLine({ about }: { about: RuleSummary['about'] }) {
  const { t } = useTranslation()
  const rules = useAsk('prompts.rules')
  const off = (rules.data ?? []).filter((rule) => rule.offSince !== null && rule.about === about)
  if (off.length === 0) return null
  return (
    <p className={joinClasses(common['note'], styles['aside'])} data-screen-only="">
      {t('prompts.off', { count: off.length, titles: off.map(({ title }) => title).join(', ') })}{' '}
      <Link to="/settings/prompts">{t('prompts.toSettings')}</Link>
    </p>
  )
}
