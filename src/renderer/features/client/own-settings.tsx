import { useTranslation } from 'react-i18next'
import type { RuleParameterName } from '#shared/rule-settings/rule-parameters.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

/** Says that a result uses the therapist's own settings, if one of its parameters was changed. */
export function OwnSettings({
  changed,
  of,
}: {
  changed: readonly RuleParameterName[]
  of: readonly RuleParameterName[]
}) {
  const { t } = useTranslation()
  return of.some((name) => changed.includes(name)) ? (
    <p className={joinClasses(common['note'], styles['aside'])}>{t('client.ownSettings')}</p>
  ) : null
}
