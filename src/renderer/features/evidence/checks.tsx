import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'

/** What of a summary was compared with its sources, what could not be, and what was left out for it. */
export function Checks({ article: { checked, missing } }: { article: Article }) {
  const { t } = useTranslation()
  // An absent DOI is told where the DOI would stand.
  const left = missing.filter((part) => part !== 'doi').map((part) => t(`evidence.missing.${part}`))
  return (
    <>
      <h2>{t('evidence.checks.title')}</h2>
      <ul>
        <li>{t(checked.abstract ? 'evidence.checks.abstract' : 'evidence.checks.noAbstract')}</li>
        <li>{t(checked.doi ? 'evidence.checks.doi' : 'evidence.checks.noDoi')}</li>
        {left.length === 0 ? null : <li>{t('evidence.checks.missing', { parts: left.join(', ') })}</li>}
      </ul>
    </>
  )
}
