import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { showTarget } from './targets.ts'

/** A link to another place of the same summary; it takes no step in the history, so that Back leaves the summary. */
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
      // Also where the address names the place already and does not change.
      onClick={() => showTarget(target)}
    >
      {children}
    </Link>
  )
}
