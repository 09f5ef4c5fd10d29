import type { ReactNode } from 'react'
import type { Asked } from '../lib/ask.ts'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { FailureNotice } from './failure-notice.tsx'

/**
 * Shows loaded data. Until then says that it is loading; after a failure says what that means and offers to try
 * again. Data from before a failure stays, with any text typed into it.
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
  /** The words for what is loading; without them nothing shows during loading. */
  loading?: string
  /** A title of the screen's own for a failure, if it says more than the failure's words. */
  failureTitle?: string
  /** The heading over a failure, if the data is the whole screen. */
  page?: { readonly title: string; readonly width?: 'narrow' }
  /** Another action after a failure. */
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
