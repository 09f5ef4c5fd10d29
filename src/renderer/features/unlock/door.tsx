import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import styles from './door.module.css'

/** The frame of every screen before the vault is open: the app's name, one heading, one subject, no navigation. */
export function Door({
  title,
  subtitle,
  width = 'regular',
  takesFocus = true,
  children,
}: {
  title: string
  subtitle?: string
  width?: 'regular' | 'slim'
  /** False if a field takes the focus instead of the heading. */
  takesFocus?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <main className={styles['door']}>
      <div className={joinClasses(styles['inner'], width === 'slim' && styles['slim'])}>
        <p className={styles['name']}>{t('unlock.appName')}</p>
        <Page
          title={title}
          {...(subtitle === undefined ? {} : { subtitle })}
          width="narrow"
          takesFocus={takesFocus}
        >
          {children}
        </Page>
      </div>
    </main>
  )
}
