import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { showTarget } from './targets.ts'

/** A link within the same summary. It replaces the history entry, so that Back leaves the summary. */
export function TargetLink({
  articleId,
  target,
  children,
}: {
  articleId: string
  target: string
  children: ReactNode
}) {
  return (
    <Link
      to="/evidence/$articleId"
      params={{ articleId }}
      hash={target}
      replace
      activeOptions={{ exact: true, includeHash: true }}
      resetScroll={false}
      // Needed if the address names this place already and so does not change.
      onClick={() => showTarget(target)}
    >
      {children}
    </Link>
  )
}
