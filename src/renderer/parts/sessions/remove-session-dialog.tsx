import { useTranslation } from 'react-i18next'
import type { SessionExtent } from '#shared/contract/operations/sessions.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import type { NamedSession } from './named-session.ts'
import common from '#renderer/ui/common.module.css'

const counted = [
  'earlierVersions',
  'riskAnswers',
  'prompts',
  'agendaItems',
  'ownRatings',
  'declinedForms',
  'baselines',
] as const

/** Asks before a session is removed: what goes, what stays, and until when it can be undone. */
export function RemoveSessionDialog({ session, onClose }: { session: NamedSession; onClose: () => void }) {
  const { t } = useTranslation()
  const { sessionId: id, number, clientCode: code } = session
  const extent = useAsk('sessions.extent', { id }, { staleTime: 0, gcTime: 0 })
  const remove = useChange('sessions.remove', { onSuccess: onClose })
  const isUnread = (extent.data?.unreadRisks ?? 0) > 0
  return (
    <Dialog
      title={t('mending.remove.title', { number, code })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('mending.remove.keep')}</Button>
          {extent.data === undefined || isUnread ? null : (
            <Button kind="danger" isPending={remove.isPending} onPress={() => remove.mutate({ id })}>
              {t('mending.remove.confirm')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={extent} loading={t('mending.loading')}>
        {(found) =>
          isUnread ? (
            <p>{t('mending.remove.unread', { code })}</p>
          ) : (
            <div className={stackClass({ gap: 12 })}>
              <Goes extent={found} />
              <Stays extent={found} code={code} />
              <p>
                {found.leavesBackupsOn === null ? `${t('mending.remove.noBackups')} ` : null}
                {t('mending.remove.undo')}
              </p>
              <FailureNotice failure={remove.error} />
            </div>
          )
        }
      </Loaded>
    </Dialog>
  )
}

function Goes({ extent }: { extent: SessionExtent }) {
  const { t } = useTranslation()
  return (
    <div>
      <h3>{t('mending.remove.goes.title')}</h3>
      <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
        <li>{t('mending.remove.goes.all')}</li>
        {extent.hasDraft ? <li>{t('mending.remove.goes.draft')}</li> : null}
        {counted
          .filter((what) => extent[what] > 0)
          .map((what) => (
            <li key={what}>{t(`mending.remove.goes.${what}`, { count: extent[what] })}</li>
          ))}
      </ul>
    </div>
  )
}

function Stays({ extent, code }: { extent: SessionExtent; code: string }) {
  const { t } = useTranslation()
  const { comments, sharedWith, leavesBackupsOn } = extent
  return (
    <div>
      <h3>{t('mending.remove.stays.title')}</h3>
      <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
        {leavesBackupsOn === null ? null : (
          <li>{t('mending.remove.stays.backups', { date: new Date(leavesBackupsOn) })}</li>
        )}
        {comments === 0 ? null : <li>{t('mending.remove.stays.comments', { count: comments })}</li>}
        {sharedWith.length === 0 ? null : (
          <li>{t('mending.remove.stays.shared', { code, names: sharedWith })}</li>
        )}
        <li>{t('mending.remove.stays.log')}</li>
      </ul>
    </div>
  )
}
