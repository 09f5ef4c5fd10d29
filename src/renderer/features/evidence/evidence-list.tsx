import { useDeferredValue, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { ArticleRow } from './article-row.tsx'
import { filterArticles, hasFilters, noFilters } from './evidence-filters.ts'
import { FilterFields } from './filter-fields.tsx'
import { useRememberedFilters } from './remembered-filters.ts'
import { useSearchFocus } from './use-search-focus.ts'
import styles from './evidence.module.css'

/** The search, the filters, and the summaries that pass them. */
export function EvidenceList({ articles }: { articles: readonly Article[] }) {
  const { t } = useTranslation()
  const [filters, setFilters] = useRememberedFilters()
  const searchInput = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  useSearchFocus(searchInput)
  const shown = useDeferredValue(filters)
  const results = useMemo(() => filterArticles(articles, shown), [articles, shown])

  const clear = () => {
    setFilters(noFilters)
    searchInput.current?.focus()
  }
  const clearButton = <Button onPress={clear}>{t('evidence.clear')}</Button>
  const counts = { count: results.length, total: articles.length }
  return (
    <Stack gap={24}>
      <FilterFields
        articles={articles}
        filters={filters}
        onChange={setFilters}
        onEnter={() => list.current?.querySelector('a')?.focus()}
        searchInput={searchInput}
      />
      <div className={styles['summary']}>
        <output>
          {shown.query.trim() === '' ? t('evidence.inOrder', counts) : t('evidence.found', counts)}
        </output>
        {hasFilters(filters) && results.length > 0 ? clearButton : null}
      </div>
      {results.length === 0 ? (
        <EmptyState action={clearButton}>{t('evidence.nothingFound')}</EmptyState>
      ) : (
        <ol ref={list} className={styles['rows']}>
          {results.map((result) => (
            <ArticleRow key={result.article.id} result={result} />
          ))}
        </ol>
      )}
    </Stack>
  )
}
