import { Link } from '@tanstack/react-router'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import styles from './settings.module.css'

/** A link back to the settings, in the words of the current screen. */
export function BackToSettings({ label }: { label: string }) {
  return (
    <p className={styles['back']}>
      <Link to="/settings" activeOptions={{ exact: true }} className={buttonClass({ kind: 'quiet' })}>
        <Icon name="chevron-left" />
        {label}
      </Link>
    </p>
  )
}
