import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { designsWithArticles, topicsWithArticles, type EvidenceFilters } from './evidence-filters.ts'
import styles from './evidence.module.css'

/** What to look for: words, a topic, a design. Enter in the search goes on to the results. */
export function FilterFields({
  articles,
  filters,
  onChange,
  onEnter,
  searchInput,
}: {
  articles: readonly Article[]
  filters: EvidenceFilters
  onChange: (filters: EvidenceFilters) => void
  onEnter: () => void
  searchInput: RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation()
  const withCount = (name: string, count: number) => t('evidence.filter.option', { name, count })
  return (
    <div className={styles['filters']}>
      <SearchField
        label={t('evidence.filter.words')}
        value={filters.query}
        onChange={(query) => onChange({ ...filters, query })}
        onSubmit={onEnter}
        placeholder={t('evidence.filter.example')}
        ref={searchInput}
      />
      <SelectField
        label={t('evidence.filter.topic')}
        placeholder={t('ui.chooseOne')}
        value={filters.topic}
        onChange={(topic) => onChange({ ...filters, topic })}
        options={[
          { value: 'all', label: t('evidence.filter.allTopics') },
          ...topicsWithArticles(articles).map(({ id, title, count }) => ({
            value: id,
            label: withCount(title, count),
          })),
        ]}
      />
      <SelectField
        label={t('evidence.filter.design')}
        placeholder={t('ui.chooseOne')}
        value={filters.design}
        onChange={(design) => onChange({ ...filters, design })}
        options={[
          { value: 'all', label: t('evidence.filter.allDesigns') },
          ...designsWithArticles(articles).map(({ id, count }) => ({
            value: id,
            label: withCount(t(`evidence.design.${id}`), count),
          })),
        ]}
      />
    </div>
  )
}
