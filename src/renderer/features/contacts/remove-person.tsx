import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Removes a person after saying what becomes of what came from them and of what was sent to them. */
export function RemovePerson({ person }: { person: OutputAt<'contacts.get'> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isAsking, setIsAsking] = useState(false)
  const { id, name, clients, toAsk, bundles } = person
  const removing = useChange('contacts.remove')
  return (
    <>
      <div>
        <Button onPress={() => setIsAsking(true)}>{t('contacts.remove.open', { name })}</Button>
      </div>
      <Dialog
        title={t('contacts.remove.question', { name })}
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={() => setIsAsking(false)}>{t('contacts.remove.cancel', { name })}</Button>
            <Button
              kind="danger"
              isPending={removing.isPending}
              onPress={() =>
                removing.mutate({ id }, { onSuccess: () => void navigate({ to: '/supervision/people' }) })
              }
            >
              {t('contacts.remove.confirm')}
            </Button>
          </>
        }
      >
        <p>
          {bundles === 0
            ? t('contacts.remove.nothingReceived', { name })
            : t('contacts.remove.received', { name, count: bundles })}
        </p>
        <p>
          {clients === 0
            ? t('contacts.remove.nothingSent')
            : t('contacts.remove.sent', { name, count: clients })}
        </p>
        {toAsk === 0 ? null : (
          <p>
            {t('contacts.remove.toAsk', { name, count: toAsk })}{' '}
            <Link to="/supervision/share">{t('contacts.remove.askFirst')}</Link>
          </p>
        )}
        <p>{t('contacts.remove.goesWith', { name })}</p>
        <p>{t('contacts.remove.lead')}</p>
        <FailureNotice failure={removing.error} />
      </Dialog>
    </>
  )
}
