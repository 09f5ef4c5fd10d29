import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { ArticleProblem } from '#shared/evidence/article-problem.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { problemWords } from './problem-words.ts'
import styles from './article.module.css'

/** Says that an own summary is not finished and what it lacks, and links to its form. */
export function DraftNotice({
  article,
  problems,
}: {
  article: ArticleDraft
  problems: readonly ArticleProblem[]
}) {
  const { t } = useTranslation()
  return (
    <Banner
      kind="info"
      title={t('evidence.draft.title')}
      actions={
        <Link to="/evidence/own/edit/$articleId" params={{ articleId: article.id }} className={buttonClass()}>
          {t('evidence.draft.goOn')}
        </Link>
      }
    >
      <p>{t('evidence.draft.lacks')}</p>
      <ul className={styles['lacks']}>
        {[...new Set(problems.map((problem) => problemWords(t, problem)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Banner>
  )
}
