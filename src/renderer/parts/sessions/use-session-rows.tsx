import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import type { MenuCommand } from '#renderer/ui/menu-list.tsx'
import { useRowMenu, type RowMenu } from '#renderer/ui/row-menu.tsx'
import type { NamedSession } from './named-session.ts'
import { useMending, type Mending } from './use-mending.tsx'

/** What a row opens: the session's log while there is something to log, else the page on which it is read. */
export type SessionAction = 'log' | 'continue' | 'open'

/** A session in a row, with what opens it; `onDiscard` for a row that is a draft. */
export interface SessionOfRow {
  readonly session: NamedSession
  readonly action: SessionAction
  readonly onDiscard?: (() => void) | undefined
}

/**
 * Rows that are sessions: a double click opens one, and each has a menu with what can be done with it.
 * On a client's own page no command leads to that page.
 */
export function useSessionRows({ isOfOneClient = false } = {}): Omit<RowMenu<SessionOfRow>, 'ask'> {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isReadOnly = useReadOnly() !== null
  const mending = useMending()

  const open = ({ session: { sessionId, clientId }, action }: SessionOfRow): void => {
    if (action === 'open' || isReadOnly)
      void navigate({ to: '/clients/$clientId/sessions/$sessionId', params: { clientId, sessionId } })
    else void navigate({ to: '/log/$sessionId', params: { sessionId } })
  }
  const itemsOf = ({ session, action, onDiscard }: SessionOfRow) => {
    const offered = isReadOnly ? 'open' : action
    const items: MenuCommand<'open' | 'client' | 'discard' | Mending>[] = [
      { id: 'open', label: t(`mending.row.${offered}`), icon: offered === 'open' ? 'eye' : 'pencil' },
    ]
    if (!isOfOneClient)
      items.push({
        id: 'client',
        label: t('mending.row.client', { code: session.clientCode }),
        icon: 'person',
      })
    if (isReadOnly) return items
    // A draft that was never saved is no session yet.
    if (onDiscard === undefined) return [...items, ...mending.items]
    return [...items, { id: 'discard' as const, label: t('mending.row.discard'), icon: 'trash' as const }]
  }
  const { props, menu } = useRowMenu(open, (row: SessionOfRow) => {
    const { session, onDiscard } = row
    const { number, clientCode: code, clientId } = session
    return {
      label: t('mending.row.title', { number, code }),
      items: itemsOf(row),
      onAction: (id) => {
        if (id === 'open') open(row)
        else if (id === 'client') void navigate({ to: '/clients/$clientId', params: { clientId } })
        else if (id === 'discard') onDiscard?.()
        else mending.ask(session, id)
      },
    }
  })
  return {
    props,
    menu: (
      <>
        {menu}
        {mending.dialog}
      </>
    ),
  }
}
