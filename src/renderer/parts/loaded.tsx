import type { ReactNode } from 'react'
import type { Asked } from '../lib/ask.ts'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { FailureNotice } from './failure-notice.tsx'

/**
 * Shows what was asked for once it is there. Until then it says that it is being looked up, and of a failure it says
 * what that means and offers to try again. What was there before a failure stays, with all that was typed into it.
 */
export function Loaded<T>({
  query,
  loading,
  failureTitle,
  page,
  aside,
  children,
}: {
  query: Asked<T>
  /** What is being looked up; nothing is shown meanwhile where it is left out. */
  loading?: string
  /** Says what could not be looked up, where the screen knows it better than the failure. */
  failureTitle?: string
  /** The heading over a failure, where the whole screen is what is asked for. */
  page?: { readonly title: string; readonly width?: 'narrow' }
  /** Another way on from a failure. */
  aside?: ReactNode
  children: (data: T) => ReactNode
}) {
  const { data, error, refetch } = query
  const notice = (
    <FailureNotice
      failure={error}
      onRetry={() => void refetch()}
      {...(failureTitle === undefined ? {} : { title: failureTitle })}
      {...(aside === undefined ? {} : { aside })}
    />
  )
  if (data !== undefined)
    return (
      <>
        {notice}
        {children(data)}
      </>
    )
  if (error === null) return loading === undefined ? null : <Loading label={loading} />
  return page === undefined ? notice : <Page {...page}>{notice}</Page>
}
