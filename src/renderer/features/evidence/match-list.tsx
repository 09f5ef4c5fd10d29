import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchedPart, TextMatch } from '#shared/evidence/search.ts'
import { excerptAround } from './excerpt.ts'
import { MarkedText } from './marked-text.tsx'
import styles from './evidence.module.css'

const mostShown = 3

/** The texts with a place of their own below a row; title and topics are marked where they stand. */
type QuotedPart = Exclude<SearchedPart, 'title' | 'topic'>
type QuotedMatch = TextMatch & { part: QuotedPart }

const order: Record<QuotedPart, number> = { claim: 0, body: 1, citation: 2 }

/** Where in a summary the words were found, findings first; a finding leads to its figures. */
export function MatchList({ articleId, matches }: { articleId: string; matches: readonly TextMatch[] }) {
  const { t } = useTranslation()
  const quoted = matches.filter(isQuoted).toSorted((one, other) => order[one.part] - order[other.part])
  if (quoted.length === 0) return null
  const left = quoted.length - mostShown
  return (
    <div className={styles['matches']}>
      <ul>
        {quoted.slice(0, mostShown).map((match) => (
          <li key={match.effectId ?? match.text}>
            <span className={styles['part']}>{t(`evidence.part.${match.part}`)}</span>
            {match.effectId === undefined ? (
              <ExcerptText match={match} />
            ) : (
              <Link to="/evidence/$articleId" params={{ articleId }} hash={`effect-${match.effectId}`}>
                <ExcerptText match={match} />
              </Link>
            )}
          </li>
        ))}
      </ul>
      {left > 0 ? <p className={styles['quiet']}>{t('evidence.morePlaces', { count: left })}</p> : null}
    </div>
  )
}

function isQuoted(match: TextMatch): match is QuotedMatch {
  return Object.hasOwn(order, match.part)
}

function ExcerptText({ match }: { match: TextMatch }) {
  const { t } = useTranslation()
  const excerpt = excerptAround(match.text, match.ranges)
  return (
    <span>
      {excerpt.isCutBefore ? t('evidence.cutBefore') : null}
      <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
      {excerpt.isCutAfter ? t('evidence.cutAfter') : null}
    </span>
  )
}
