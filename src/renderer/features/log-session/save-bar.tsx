import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/sessions/ids.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { timeOf } from './moments.ts'
import type { SavePurpose } from './save-purpose.ts'
import styles from './log-session.module.css'

interface SaveBarProps {
  readonly primary: SavePurpose
  readonly secondary: SavePurpose | null
  readonly isSaving: boolean
  readonly savedAt: string | null
  readonly keptAt: Date | null
  readonly draftFailed: boolean
  readonly client: { readonly id: ClientId; readonly code: string }
  readonly canHandOver: boolean
  readonly onSave: (purpose: SavePurpose) => void
  readonly onHandOver: () => void
}

/** Always in sight: what is kept, how to save, and after saving where to go next, with the focus on it. */
export function SaveBar(props: SaveBarProps) {
  const { t } = useTranslation()
  const { primary, secondary, savedAt, keptAt, draftFailed } = props
  return (
    <div className={styles['bar']}>
      <div>
        <output className={styles['saved']}>
          {savedAt === null ? '' : t('logSession.save.saved', { time: timeOf(savedAt) })}
        </output>
        {savedAt !== null ? null : draftFailed ? (
          <p role="alert" className={styles['keptBadly']}>
            {t('logSession.draft.notKept')}
          </p>
        ) : keptAt ? (
          <p className={styles['kept']}>{t('logSession.draft.kept', { time: timeOf(keptAt) })}</p>
        ) : null}
      </div>
      <div className={styles['barActions']}>
        {savedAt === null ? null : <NextSteps {...props} key={`${savedAt} ${String(props.canHandOver)}`} />}
        {secondary ? (
          <Button size="large" onPress={() => props.onSave(secondary)} isDisabled={props.isSaving}>
            {t(`logSession.save.${secondary}`)}
          </Button>
        ) : null}
        <Button kind="primary" size="large" onPress={() => props.onSave(primary)} isPending={props.isSaving}>
          {t(`logSession.save.${primary}`)}
        </Button>
      </div>
    </div>
  )
}

function NextSteps({ client, canHandOver, onHandOver }: SaveBarProps) {
  const { t } = useTranslation()
  const steps = useRef<HTMLDivElement>(null)
  useEffect(() => {
    steps.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [])
  return (
    <div ref={steps} className={styles['next']}>
      {canHandOver ? (
        <Button icon="hand-over" size="large" onPress={onHandOver}>
          {t('logSession.save.handOver')}
        </Button>
      ) : null}
      <Link
        to="/clients/$clientId"
        params={{ clientId: client.id }}
        className={buttonClass({ size: 'large' })}
      >
        {t('logSession.save.toClient', { code: client.code })}
      </Link>
    </div>
  )
}
