import { useState, type ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MenuCommand } from '#renderer/ui/menu-list.tsx'
import { MoveSessionDialog } from './move-session-dialog.tsx'
import type { NamedSession } from './named-session.ts'
import { RemoveSessionDialog } from './remove-session-dialog.tsx'

export type Mending = 'paper' | 'move' | 'remove'

/**
 * What can be added to a saved session and put right at it, as commands of a menu: entering a sheet of paper, moving the
 * session and removing it. `dialog` is that of the chosen command.
 */
export function useMending(): {
  readonly items: readonly MenuCommand<Mending>[]
  readonly ask: (session: NamedSession, what: Mending) => void
  readonly dialog: ReactNode
} {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<{ session: NamedSession; what: Mending } | null>(null)
  const close = () => setAsked(null)
  const Dialog = asked?.what === 'move' ? MoveSessionDialog : RemoveSessionDialog
  return {
    items: [
      { id: 'paper', label: t('paperEntry.action'), icon: 'pencil' },
      { id: 'move', label: t('mending.move.action'), icon: 'person' },
      { id: 'remove', label: t('mending.remove.action'), icon: 'trash', kind: 'danger' },
    ],
    ask: (session, what) => {
      const { clientId, sessionId } = session
      if (what === 'paper')
        void navigate({
          to: '/clients/$clientId/paper/enter/$sessionId',
          params: { clientId, sessionId },
        })
      else setAsked({ session, what })
    },
    dialog: asked === null ? null : <Dialog session={asked.session} onClose={close} />,
  }
}
