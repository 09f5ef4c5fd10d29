import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePlanSession } from '#renderer/parts/sessions/use-plan-session.tsx'
import type { MenuCommand } from '#renderer/ui/menu-list.tsx'
import { useRowMenu, type RowMenu } from '#renderer/ui/row-menu.tsx'

/** A client in a row. */
export interface ClientOfRow {
  readonly clientId: ClientId
  readonly clientCode: string
}

/**
 * Rows that are clients: a double click opens one, and each has a menu with what can be done with the client.
 */
export function useClientRows(): RowMenu<ClientOfRow> & { readonly open: (client: ClientOfRow) => void } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isReadOnly = useReadOnly() !== null
  const plan = usePlanSession()

  const open = ({ clientId }: ClientOfRow) =>
    void navigate({ to: '/clients/$clientId', params: { clientId } })
  const items: readonly MenuCommand<'open' | 'log' | 'plan' | 'report'>[] = [
    { id: 'open', label: t('clients.row.open'), icon: 'person' },
    { id: 'log', label: t('clients.row.log'), icon: 'pencil' },
    { id: 'plan', label: t('clients.row.plan'), icon: 'calendar' },
    { id: 'report', label: t('clients.row.report'), icon: 'print' },
  ]
  const { menu, ...row } = useRowMenu(open, (client: ClientOfRow) => {
    const params = { clientId: client.clientId }
    return {
      label: client.clientCode,
      items: isReadOnly ? items.filter(({ id }) => id === 'open' || id === 'report') : items,
      onAction: (id) => {
        if (id === 'open') open(client)
        else if (id === 'log') void navigate({ to: '/log/new/$clientId', params })
        else if (id === 'report') void navigate({ to: '/clients/$clientId/report', params })
        else plan.ask(client.clientId)
      },
    }
  })
  return {
    ...row,
    open,
    menu: (
      <>
        {menu}
        {plan.dialog}
      </>
    ),
  }
}
