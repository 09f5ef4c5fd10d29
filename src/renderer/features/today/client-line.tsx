import type { MouseEventHandler, ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import styles from './today.module.css'

/** One client's line: the code, which links to the client's page, then paragraphs and an action. */
export function ClientLine({
  client,
  beside,
  action,
  rowProps,
  children,
}: {
  client: { clientId: string; clientCode: string; isFictional: boolean }
  /** Beside the code. */
  beside?: ReactNode
  action?: ReactNode
  /** The row's menu, and what a double click opens. */
  rowProps: { onContextMenu: MouseEventHandler; onDoubleClick: MouseEventHandler }
  children: ReactNode
}) {
  return (
    <li className={styles['row']} {...rowProps}>
      <div className={styles['words']}>
        <p
          className={joinClasses(
            styles['who'],
            stackClass({ direction: 'row', gap: 8, lineGap: 4, align: 'centre' }),
          )}
        >
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }}>
            {client.clientCode}
          </Link>
          <FictionalTag isFictional={client.isFictional} />
          {beside}
        </p>
        {children}
      </div>
      {action}
    </li>
  )
}
