import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { SourceLink } from '#renderer/parts/prompts/source-link.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { itemName, itemReason } from './item-words.ts'

/** One item of a shelf: what it is about and why, its links, and what can be done with it. */
export function AgendaItemRow({ item, children }: { item: ListedItem; children: ReactNode }) {
  const { t } = useTranslation()
  const { clientId, clientCode, sessionId, prompt } = item
  const reason = itemReason(item, t)
  const name = itemName(item, t)
  return (
    <li className={stackClass({ gap: 8 })}>
      <p className={common['strong']}>
        {clientId === null ? (
          name
        ) : sessionId === null ? (
          <Link className={common['codeLink']} to="/clients/$clientId" params={{ clientId }}>
            {name}
          </Link>
        ) : (
          <Link
            className={common['codeLink']}
            to="/clients/$clientId/sessions/$sessionId"
            params={{ clientId, sessionId }}
          >
            {name}
          </Link>
        )}
      </p>
      {reason === null ? null : <p>{reason}</p>}
      {prompt === null ? null : (
        <p>
          {prompt.suggestion} <SourceLink source={prompt.source}>{prompt.source.citation}</SourceLink>
        </p>
      )}
      {children}
      {clientId === null || clientCode === null || item.state !== 'open' ? null : (
        <p data-screen-only="">
          <Link to="/clients/$clientId/report" params={{ clientId }} hash="supervision">
            {t('supervision.mine.onePageOf', { code: clientCode })}
          </Link>
        </p>
      )}
    </li>
  )
}
