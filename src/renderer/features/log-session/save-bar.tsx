import { useEffect, useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import { timeOf } from '#renderer/lib/dates.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import type { SavePurpose } from './save-purpose.ts'
import common from '#renderer/ui/common.module.css'
import styles from './log-session.module.css'

interface SaveBarProps {
  readonly primary: SavePurpose
  /** Whether this is the screen's only primary action. */
  readonly isOnePrimary: boolean
  /** Whether to offer to leave the session planned. */
  readonly canStayPlanned: boolean
  readonly isSaving: boolean
  readonly savedAt: string | null
  readonly keptAt: Date | null
  readonly draftFailed: boolean
  readonly client: { readonly id: ClientId; readonly code: string }
  readonly sessionId: SessionId
  readonly canHandOver: boolean
  /** Whether the client's answers can be seen beside the therapist's. */
  readonly canCompare: boolean
  /** Whether to offer the hand-over here, because the visible part has no button for it. */
  readonly offersHandOver: boolean
  /** Whether the next step takes the focus after a save. */
  readonly takesFocus: boolean
  readonly onSave: (purpose: SavePurpose) => void
  readonly onHandOver: () => void
}

/** Always visible: the draft's state, the save buttons, and after a save the next step, which takes the focus. */
export function SaveBar(props: SaveBarProps) {
  const { t } = useTranslation()
  const { primary, savedAt, keptAt, draftFailed } = props
  return (
    <Stack direction="row" gap={12} lineGap={8} align="centre">
      <div>
        <output>{savedAt === null ? '' : t('logSession.save.saved', { time: timeOf(savedAt) })}</output>
        {savedAt !== null ? null : draftFailed ? (
          <p role="alert" className={styles['keptBadly']}>
            {t('logSession.draft.notKept')}
          </p>
        ) : keptAt ? (
          <p className={common['note']}>{t('logSession.draft.kept', { time: timeOf(keptAt) })}</p>
        ) : null}
      </div>
      <div className={styles['barActions']}>
        {savedAt === null ? null : <NextSteps {...props} key={`${savedAt} ${String(props.canHandOver)}`} />}
        {props.canStayPlanned ? (
          <Button kind="quiet" size="large" onPress={() => props.onSave('plan')} isDisabled={props.isSaving}>
            {t('logSession.save.stayPlanned')}
          </Button>
        ) : null}
        <Button
          kind={props.isOnePrimary ? 'primary' : 'secondary'}
          size="large"
          onPress={() => props.onSave(primary)}
          isPending={props.isSaving}
        >
          {t(primary === 'correction' ? 'logSession.save.correction' : 'logSession.save.save')}
        </Button>
      </div>
    </Stack>
  )
}

function NextSteps({ client, sessionId, canCompare, offersHandOver, takesFocus, onHandOver }: SaveBarProps) {
  const { t } = useTranslation()
  const steps = useRef<HTMLDivElement>(null)
  // Fixed at the save: a later press must not move the focus here.
  const [takesIt] = useState(takesFocus)
  useEffect(() => {
    if (takesIt) steps.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [takesIt])
  return (
    <div ref={steps} className={stackClass({ direction: 'row', gap: 12, lineGap: 8, align: 'centre' })}>
      {offersHandOver ? (
        <Button icon="hand-over" size="large" onPress={onHandOver}>
          {t('logSession.save.handOver')}
        </Button>
      ) : null}
      {canCompare ? (
        <Link
          to="/log/$sessionId/returned"
          params={{ sessionId }}
          hash="shown"
          className={buttonClass({ size: 'large' })}
        >
          {t('logSession.save.sideBySide')}
        </Link>
      ) : null}
      <Link to="/" className={buttonClass({ size: 'large' })}>
        {t('logSession.save.toToday')}
      </Link>
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
