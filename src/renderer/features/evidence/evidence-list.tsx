import { useMemo, useRef, useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { charactersOver, hasFilters, noFilters, searchOf, type EvidenceFilters } from './evidence-filters.ts'
import { FilterFields } from './filter-fields.tsx'
import { useRememberedFilters } from './remembered-place.ts'
import { ResultsList, type ResultsListHandle } from './results-list.tsx'
import { useFirstResults } from './use-results.ts'
import styles from './evidence.module.css'

/** The search, the filters, and the results. Earlier results stay until the new ones arrive. */
export function EvidenceList() {
  const { t } = useTranslation()
  const [filters, setFilters] = useRememberedFilters()
  const searchInput = useRef<HTMLInputElement>(null)
  const list = useRef<ResultsListHandle>(null)
  useSearchFocus(searchInput)
  const counts = useAsk('evidence.counts').data
  const search = useMemo(() => searchOf(filters), [filters])
  const found = useFirstResults(search)

  const clear = () => {
    setFilters(noFilters)
    searchInput.current?.focus()
  }
  const isNarrowed = hasFilters(filters)
  const clearButton = <Button onPress={clear}>{t('evidence.clear')}</Button>
  return (
    <Stack gap={24}>
      <FilterFields
        counts={counts}
        filters={filters}
        onChange={setFilters}
        onEnter={() => list.current?.enter()}
        searchInput={searchInput}
      />
      {found.data === undefined ? (
        found.isError ? (
          <FailureNotice
            failure={found.error}
            isRetrying={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : charactersOver(search.query) > 0 ? null : (
          <Loading label={t('ui.loading')} />
        )
      ) : (
        <>
          <div className={styles['summary']}>
            <output>
              {t(found.data.search.query === '' ? 'evidence.inOrder' : 'evidence.found', {
                count: found.data.total,
                total: Math.max(counts?.total ?? 0, found.data.total),
              })}
              {found.data.instead.map((slip) => (
                <span key={slip.typed}> {t('evidence.slip', { ...slip })}</span>
              ))}
            </output>
            {isNarrowed && found.data.total > 0 ? clearButton : null}
          </div>
          {found.data.total === 0 ? (
            <EmptyState action={isNarrowed ? clearButton : undefined}>
              {t(isNarrowed ? emptyWords(filters) : 'evidence.empty.library')}
            </EmptyState>
          ) : (
            <ResultsList search={found.data.search} total={found.data.total} ref={list} />
          )}
        </>
      )}
    </Stack>
  )
}

/** The words for an empty list. A single mark has its own, because "no bookmarks yet" differs from "nothing found". */
function emptyWords(filters: EvidenceFilters) {
  const [only, another] = filters.marks
  const isMoreThanOne = another !== undefined || hasFilters({ ...filters, marks: [] })
  return only === undefined || isMoreThanOne ? 'evidence.nothingFound' : emptyKeys[only]
}

const emptyKeys = {
  bookmarked: 'evidence.empty.bookmarked',
  unread: 'evidence.empty.unread',
  note: 'evidence.empty.note',
  own: 'evidence.empty.own',
  drafts: 'evidence.empty.drafts',
} as const

/** Focuses the search and selects its text whenever the address has `#search`. */
function useSearchFocus(input: RefObject<HTMLInputElement | null>): void {
  const navigate = useNavigate()
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    if (hash !== 'search') return
    input.current?.focus()
    input.current?.select()
    // Removes it from the address, so that the next request changes the address again.
    void navigate({ to: '/evidence', replace: true, resetScroll: false })
  }, [hash, input, navigate])
}
