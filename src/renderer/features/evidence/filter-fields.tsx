import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { designSchema } from '#shared/evidence/effect.ts'
import type { LibraryCounts } from '#shared/evidence/library-counts.ts'
import { topics } from '#shared/evidence/topics.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { charactersOver, ownMarks, type EvidenceFilters } from './evidence-filters.ts'
import styles from './evidence.module.css'

/** The minimum strengths that the filter offers, as steps of the order of designs; see `strengthOf`. */
const strengthSteps = { pooled: 6, trial: 5, review: 4, overTime: 3, observed: 2 } as const
const stepNames = [
  'pooled',
  'trial',
  'review',
  'overTime',
  'observed',
] as const satisfies (keyof typeof strengthSteps)[]

interface Filtering {
  readonly counts: LibraryCounts | undefined
  readonly filters: EvidenceFilters
  readonly onChange: (filters: EvidenceFilters) => void
}

/**
 * The search field, the topic, and a button for the other filters, in one line. The others are open from the start if
 * one of them is set. Enter or Down in the search moves to the results.
 */
export function FilterFields({
  counts,
  filters,
  onChange,
  onEnter,
  searchInput,
}: Filtering & {
  onEnter: () => void
  searchInput: RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation()
  const set = othersSet(filters)
  const [isOpen, setIsOpen] = useState(set > 0)

  const over = charactersOver(filters.query)

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    onEnter()
  }

  return (
    <Stack gap={16}>
      <div className={styles['line']}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a second key for the action of Enter. */}
        <div className={styles['search']} onKeyDown={onKeyDown}>
          <SearchField
            label={t('evidence.filter.words')}
            placeholder={t('evidence.filter.example')}
            error={over > 0 ? t('ui.tooLong', { count: over, limit: articleLimits.query }) : undefined}
            value={filters.query}
            onChange={(query) => onChange({ ...filters, query })}
            onSubmit={onEnter}
            ref={searchInput}
          />
        </div>
        <div className={styles['topic']}>
          <SelectField
            label={t('evidence.filter.topic')}
            placeholder={t('evidence.filter.allTopics')}
            value={filters.topic}
            onChange={(topic) => onChange({ ...filters, topic })}
            options={[
              { value: 'all' as const, label: t('evidence.filter.allTopics') },
              ...topics
                .filter(({ id }) => id === filters.topic || counts?.topics[id] !== 0)
                .map(({ id, title }) => ({ value: id, label: withCount(t, title, counts?.topics[id]) })),
            ]}
          />
        </div>
        <div className={styles['more']}>
          <Button isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            {t('evidence.filter.more', { count: set })}
          </Button>
        </div>
      </div>
      {isOpen ? <OtherFilters counts={counts} filters={filters} onChange={onChange} /> : null}
    </Stack>
  )
}

/** How many filters besides the search and the topic are set. */
function othersSet({ design, leastStrength, yearFrom, yearTo, marks }: EvidenceFilters): number {
  const chosen = [design !== 'all', leastStrength !== null, yearFrom !== null, yearTo !== null]
  return chosen.filter(Boolean).length + marks.length
}

function withCount(t: TFunction, name: string, count: number | undefined): string {
  return count === undefined ? name : t('evidence.filter.option', { name, count })
}

/** The filters that are needed less often: kind and strength of study, years, and the reader's marks. */
function OtherFilters({ counts, filters, onChange }: Filtering) {
  const { t } = useTranslation()
  const years = (counts?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))
  const anyYear = { value: 'any', label: t('evidence.filter.anyYear') }
  return (
    <>
      <Stack direction="row" gap={12} lineGap={16} align="start">
        <div className={styles['wide']}>
          <SelectField
            label={t('evidence.filter.design')}
            placeholder={t('evidence.filter.allDesigns')}
            value={filters.design}
            onChange={(design) => onChange({ ...filters, design })}
            options={[
              { value: 'all' as const, label: t('evidence.filter.allDesigns') },
              ...designSchema.options.map((design) => ({
                value: design,
                label: withCount(t, t(`evidence.design.${design}`), counts?.designs[design]),
              })),
            ]}
          />
        </div>
        <div className={styles['wide']}>
          <SelectField
            label={t('evidence.filter.strength')}
            placeholder={t('evidence.filter.anyStrength')}
            value={stepNames.find((step) => strengthSteps[step] === filters.leastStrength) ?? 'any'}
            onChange={(step) =>
              onChange({ ...filters, leastStrength: step === 'any' ? null : strengthSteps[step] })
            }
            options={[
              { value: 'any' as const, label: t('evidence.filter.anyStrength') },
              ...stepNames.map((step) => ({ value: step, label: t(`evidence.filter.least.${step}`) })),
            ]}
          />
        </div>
        <div className={styles['years']}>
          <div className={styles['narrow']}>
            <SelectField
              label={t('evidence.filter.yearFrom')}
              placeholder={anyYear.label}
              value={filters.yearFrom === null ? 'any' : String(filters.yearFrom)}
              onChange={(year) => onChange({ ...filters, yearFrom: year === 'any' ? null : Number(year) })}
              options={[anyYear, ...years]}
            />
          </div>
          <div className={styles['narrow']}>
            <SelectField
              label={t('evidence.filter.yearTo')}
              placeholder={anyYear.label}
              value={filters.yearTo === null ? 'any' : String(filters.yearTo)}
              onChange={(year) => onChange({ ...filters, yearTo: year === 'any' ? null : Number(year) })}
              options={[anyYear, ...years]}
            />
          </div>
        </div>
      </Stack>
      <WordChoice
        label={t('evidence.filter.marks')}
        options={ownMarks.map((mark) => ({ value: mark, label: t(`evidence.filter.mark.${mark}`) }))}
        value={filters.marks}
        onChange={(marks) => onChange({ ...filters, marks })}
      />
    </>
  )
}
