import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { TargetLink } from './target-link.tsx'

/** The four parts of the text, as plain paragraphs. */
export function ArticleText({ article }: { article: Article }) {
  const { t } = useTranslation()
  const { inBrief, whatWasFound, inPractice, keepInMind } = article.sections
  return (
    <>
      <h2>{t('evidence.inBrief')}</h2>
      <Paragraphs texts={inBrief} />
      <h2>{t('evidence.whatWasFound')}</h2>
      <Paragraphs texts={whatWasFound} />
      <p data-screen-only>
        <TargetLink articleId={article.id} target="figures">
          {t('evidence.toFigures')}
        </TargetLink>
      </p>
      <h2>{t('evidence.inPractice')}</h2>
      <Paragraphs texts={inPractice} />
      <h2>{t('evidence.keepInMind')}</h2>
      <Paragraphs texts={keepInMind} />
      <ul>
        {article.caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </>
  )
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => <p key={text}>{text}</p>)
}
