import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import styles from '../settings.module.css'

/** Leaves a flow. A change that was not finished has no effect. */
export function BackToSecurity() {
  const { t } = useTranslation()
  return (
    <p className={styles['back']}>
      <Link
        to="/settings/security"
        activeOptions={{ exact: true }}
        className={buttonClass({ kind: 'quiet' })}
      >
        <Icon name="chevron-left" />
        {t('security.backHere')}
      </Link>
    </p>
  )
}
