import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuCommand } from '#renderer/ui/menu-list.tsx'
import { MoveSessionDialog } from './move-session-dialog.tsx'
import type { NamedSession } from './named-session.ts'
import { RemoveSessionDialog } from './remove-session-dialog.tsx'

export type Mending = 'move' | 'remove'

/** What can be put right at a saved session, as commands of a menu, and the dialog that the chosen one opens. */
export function useMending(): {
  readonly items: readonly MenuCommand<Mending>[]
  readonly ask: (session: NamedSession, what: Mending) => void
  readonly dialog: ReactNode
} {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ session: NamedSession; what: Mending } | null>(null)
  const close = () => setAsked(null)
  const Dialog = asked?.what === 'move' ? MoveSessionDialog : RemoveSessionDialog
  return {
    items: [
      { id: 'move', label: t('mending.move.action'), icon: 'person' },
      { id: 'remove', label: t('mending.remove.action'), icon: 'trash', kind: 'danger' },
    ],
    ask: (session, what) => setAsked({ session, what }),
    dialog: asked === null ? null : <Dialog session={asked.session} onClose={close} />,
  }
}
