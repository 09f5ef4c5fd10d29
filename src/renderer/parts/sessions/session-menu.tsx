import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { MenuButton } from '#renderer/ui/menu-button.tsx'
import { MoveSessionDialog } from './move-session-dialog.tsx'
import type { NamedSession } from './named-session.ts'
import { RemoveSessionDialog } from './remove-session-dialog.tsx'

/** What can be put right at a saved session: removing it, and moving it to another client. Nothing in a read-only vault. */
export function SessionMenu({
  session,
  isOfOneClient = false,
}: {
  session: NamedSession
  isOfOneClient?: boolean
}) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'remove' | 'move' | null>(null)
  if (useReadOnly() !== null) return null
  const { number, clientCode: code } = session
  const close = () => setAsked(null)
  return (
    <>
      <MenuButton
        label={isOfOneClient ? t('mending.more', { number }) : t('mending.moreOf', { number, code })}
        isIconOnly
        items={[
          { id: 'move', label: t('mending.move.action'), icon: 'person' },
          { id: 'remove', label: t('mending.remove.action'), icon: 'trash', kind: 'danger' },
        ]}
        onAction={setAsked}
      />
      {asked === 'remove' ? <RemoveSessionDialog session={session} onClose={close} /> : null}
      {asked === 'move' ? <MoveSessionDialog session={session} onClose={close} /> : null}
    </>
  )
}
