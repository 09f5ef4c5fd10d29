import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#renderer/lib/dates.ts'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './recovery-paper.module.css'

/** A new recovery key to print or write down. The paper has only the key, its purpose and how to keep it. */
export function RecoveryPaper({
  groups,
  onNext,
  aside,
}: {
  groups: readonly string[]
  onNext: () => void
  /** Another action, beside the buttons. */
  aside?: ReactNode
}) {
  const { t } = useTranslation()
  const [madeOn] = useState(() => dayOf(new Date()))
  const [hasPrinted, setHasPrinted] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <p>{t('keys.recovery.once')}</p>
      <div className={styles['paper']} data-recovery-paper="">
        <p className={styles['paperTitle']}>{t('keys.recovery.paperTitle')}</p>
        <ol
          ref={list}
          tabIndex={-1}
          className={styles['groups']}
          aria-label={t('keys.recovery.groupsLabel', { count: groups.length })}
        >
          {groups.map((group, index) => (
            <li key={group} className={styles['group']}>
              <span className={styles['number']} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles['characters']}>{group}</span>
            </li>
          ))}
        </ol>
        <div className={styles['onPaper']}>
          <p>{t('keys.recovery.paperMade', { date: madeOn })}</p>
          <p>{t('keys.recovery.paperUse')}</p>
          <p>{t('keys.recovery.paperKeep')}</p>
        </div>
      </div>
      <Stack gap={8}>
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large" onPress={onNext}>
            {t('keys.recovery.next')}
          </Button>
          <Button
            size="large"
            icon="print"
            onPress={() => {
              window.print()
              setHasPrinted(true)
            }}
          >
            {t('keys.recovery.print')}
          </Button>
          {aside}
        </Stack>
        <output className={joinClasses(common['note'], styles['printed'])}>
          {hasPrinted ? t('keys.recovery.printed') : null}
        </output>
      </Stack>
    </>
  )
}
