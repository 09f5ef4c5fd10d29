import { useState, type RefObject } from 'react'
import { Link } from '@tanstack/react-router'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { longestNoteQuery, type NoteMatch, type Passage } from '#shared/search/note-match.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Loading } from '#renderer/ui/loading.tsx'
import { MarkedText } from '#renderer/ui/marked-text.tsx'
import { opensFirstLink } from '#renderer/ui/row-menu.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './notes.module.css'

/** The search field and the sessions found, of one client or of all. Earlier results stay until the new ones arrive. */
export function NoteSearch({
  clientId,
  input,
}: {
  clientId: ClientId | null
  input: RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation()
  const [query, setQuery] = useRememberedQuery(clientId)
  const isTooLong = query.length > longestNoteQuery
  const isAsked = query.trim() !== '' && !isTooLong
  const found = useFoundNotes(query, clientId, isAsked)
  const pages = found.data?.pages ?? []
  const matches = pages.flatMap((page) => page.matches)
  const total = pages.at(-1)?.total ?? 0
  return (
    <Stack gap={16}>
      <div className={styles['field']}>
        <SearchField
          label={t('notes.label')}
          value={query}
          onChange={setQuery}
          ref={input}
          error={isTooLong ? t('notes.tooLong', { most: longestNoteQuery }) : undefined}
        />
      </div>
      <FailureNotice
        failure={found.error}
        isRetrying={found.isFetching}
        onRetry={() => void found.refetch()}
      />
      {!isAsked ? null : found.data === undefined ? (
        found.isError ? null : (
          <Loading label={t('notes.loading')} />
        )
      ) : (
        <>
          <output className={common['note']}>
            {total === 0 ? t('notes.none') : t('notes.found', { count: total })}
          </output>
          <ol className={common['divided']}>
            {matches.map((match) => (
              <li key={match.sessionId} {...opensFirstLink}>
                <FoundSession match={match} isOfOne={clientId !== null} />
              </li>
            ))}
          </ol>
          {found.hasNextPage ? (
            <div>
              <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
                {t('notes.more', { count: Math.min(total - matches.length, pages[0]?.matches.length ?? 0) })}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Stack>
  )
}

/** One session with the pieces of text in which the words stand. */
function FoundSession({
  match: { clientId, sessionId, code, number, date, passages },
  isOfOne,
}: {
  match: NoteMatch
  isOfOne: boolean
}) {
  const { t } = useTranslation()
  return (
    <div className={styles['found']}>
      <p>
        <Link
          to="/clients/$clientId/sessions/$sessionId"
          params={{ clientId, sessionId }}
          className={common['strong'] ?? ''}
        >
          {[...(isOfOne ? [] : [code]), t('notes.session', { number })].join(' · ')}
        </Link>{' '}
        <span className={common['muted']}>{dayInWords(date)}</span>
      </p>
      {passages.map((passage, index) => (
        // The passages of one answer never change their order.
        <p key={`${passage.part} ${index}`} className={joinClasses(common['asTyped'], styles['passage'])}>
          <span className={common['note']}>{t(`notes.parts.${passage.part}`)}</span>
          <span>
            <PassageText passage={passage} />
          </span>
        </p>
      ))}
    </div>
  )
}

function PassageText({ passage: { text, ranges, isCutBefore, isCutAfter } }: { passage: Passage }) {
  const { t } = useTranslation()
  return (
    <>
      {isCutBefore ? t('notes.cutBefore') : null}
      <MarkedText text={text} ranges={ranges} />
      {isCutAfter ? t('notes.cutAfter') : null}
    </>
  )
}

function useFoundNotes(query: string, clientId: ClientId | null, isAsked: boolean) {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: ['sessions.search', { query, clientId }],
    queryFn: ({ pageParam }) => api.sessions.search({ query, clientId, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((count, { matches }) => count + matches.length, 0)
      return shown < total ? shown : undefined
    },
    placeholderData: keepPreviousData,
    enabled: isAsked,
  })
}

/** The text that was searched for last, so that the way back from a session leads to the same results. */
function useRememberedQuery(clientId: ClientId | null): [string, (query: string) => void] {
  const queryClient = useQueryClient()
  // Stored in the cache of answers, which is emptied whenever Attune locks or hands over; an address would survive.
  const key = ['searched notes', clientId] as const
  const [query, setQuery] = useState(() => queryClient.getQueryData<string>(key) ?? '')
  return [
    query,
    (next) => {
      queryClient.setQueryDefaults(key, { gcTime: Infinity })
      queryClient.setQueryData<string>(key, next)
      setQuery(next)
    },
  ]
}
