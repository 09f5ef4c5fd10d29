import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import type { MovedSession, SessionExtent } from '#shared/contract/operations/sessions.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import type { NamedSession } from './named-session.ts'
import { SecondOnDay } from './second-on-day.tsx'
import { useOthersOnDay } from './use-others-on-day.ts'
import common from '#renderer/ui/common.module.css'

/** Moves a session to another client: asks whom it belongs to, and says what can't move. Then it opens the moved session. */
export function MoveSessionDialog({ session, onClose }: { session: NamedSession; onClose: () => void }) {
  const [moved, setMoved] = useState<MovedSession | null>(null)
  return moved === null ? (
    <AskWhere session={session} onClose={onClose} onMoved={setMoved} />
  ) : (
    <Moved moved={moved} />
  )
}

function AskWhere({
  session,
  onClose,
  onMoved,
}: {
  session: NamedSession
  onClose: () => void
  onMoved: (moved: MovedSession) => void
}) {
  const { t } = useTranslation()
  const { sessionId: id, number, clientCode: code } = session
  const [to, setTo] = useState<ClientId | null>(null)
  const extent = useAsk('sessions.extent', { id }, { staleTime: 0, gcTime: 0 })
  const clients = useAsk('clients.list')
  const move = useChange('sessions.move', { onSuccess: onMoved })
  const others = othersThan(session.clientId, clients.data ?? [])
  const chosen = others.find((client) => client.id === to)
  const { revision, date } = extent.data ?? {}
  const onDay = useOthersOnDay(to === null || date === undefined ? null : { clientId: to, date, except: id })
  return (
    <Dialog
      title={t('mending.move.title', { number, code })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('mending.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={
              chosen === undefined || revision === undefined || onDay.isAsking || onDay.error !== null
            }
            isPending={move.isPending}
            onPress={() => {
              if (chosen !== undefined && revision !== undefined)
                move.mutate({ id, toClientId: chosen.id, expectedRevision: revision })
            }}
          >
            {chosen === undefined
              ? t('mending.move.confirm')
              : t('mending.move.moveTo', { code: chosen.code })}
          </Button>
        </>
      }
    >
      <Loaded query={together({ extent, clients })} loading={t('mending.loading')}>
        {(found) => (
          <div className={stackClass({ gap: 16 })}>
            {others.length === 0 ? (
              <p>{t('mending.move.none')}</p>
            ) : (
              <SelectField
                label={t('mending.move.to')}
                placeholder={t('mending.move.choose')}
                description={
                  chosen?.status === 'ended' ? t('mending.move.endedNote', { code: chosen.code }) : undefined
                }
                options={others.map((client) => ({
                  value: client.id,
                  label: client.code,
                  description: client.status === 'ended' ? t('mending.move.ended') : undefined,
                }))}
                value={to}
                onChange={setTo}
              />
            )}
            {onDay.others.length === 0 ? null : <SecondOnDay sessions={onDay.others} />}
            <FailureNotice failure={onDay.error} onRetry={() => void onDay.refetch()} />
            <p>{t('mending.move.along')}</p>
            {found.extent.ownRatings === 0 ? null : (
              <p>{t('mending.move.ownRatings', { count: found.extent.ownRatings })}</p>
            )}
            {found.extent.declinedForms === 0 ? null : (
              <p>{t('mending.move.declinedForms', { count: found.extent.declinedForms, code })}</p>
            )}
            <Cannot extent={found.extent} code={code} />
            <FailureNotice failure={move.error} />
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}

/** The clients that a session can move to: fictional ones only from a fictional one. Those in therapy come first. */
function othersThan(clientId: ClientId, clients: readonly ClientListItem[]) {
  const all = clients.map(({ client }) => client)
  const own = all.find(({ id }) => id === clientId)
  const isEnded = (status: string) => Number(status === 'ended')
  return all
    .filter(({ id, isFictional }) => id !== clientId && isFictional === own?.isFictional)
    .toSorted(
      (one, other) =>
        isEnded(one.status) - isEnded(other.status) ||
        one.code.localeCompare(other.code, undefined, { numeric: true }),
    )
}

function Cannot({ extent, code }: { extent: SessionExtent; code: string }) {
  const { t } = useTranslation()
  const { sharedWith, leavesBackupsOn } = extent
  const counted = (['prompts', 'baselines', 'comments'] as const).filter((what) => extent[what] > 0)
  if (counted.length === 0 && sharedWith.length === 0 && leavesBackupsOn === null) return null
  return (
    <div>
      <h3>{t('mending.move.cannot.title')}</h3>
      <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
        {counted.map((what) => (
          <li key={what}>{t(`mending.move.cannot.${what}`, { count: extent[what], code })}</li>
        ))}
        {sharedWith.length === 0 ? null : (
          <li>{t('mending.move.cannot.shared', { code, names: sharedWith })}</li>
        )}
        {leavesBackupsOn === null ? null : (
          <li>{t('mending.move.cannot.backups', { code, date: new Date(leavesBackupsOn) })}</li>
        )}
      </ul>
    </div>
  )
}

function Moved({ moved: { id, clientId, clientCode: code, number, isInOrder } }: { moved: MovedSession }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = () =>
    void navigate({ to: '/clients/$clientId/sessions/$sessionId', params: { clientId, sessionId: id } })
  return (
    <Dialog
      title={t('mending.move.done')}
      isOpen
      onClose={open}
      actions={
        <Button kind="primary" onPress={open}>
          {t('mending.move.open', { number, code })}
        </Button>
      }
    >
      <p>{t('mending.move.doneText', { number, code })}</p>
      {isInOrder ? null : <p>{t('mending.move.outOfOrder')}</p>}
    </Dialog>
  )
}
