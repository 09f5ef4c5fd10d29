import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'

const parts = ['inBrief', 'whatWasFound', 'inPractice', 'keepInMind'] as const

/** The four parts of the text as plain paragraphs, without the parts that a draft does not have yet. */
export function ArticleText({ article }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  return parts.map((part) => {
    const caveats = part === 'keepInMind' ? article.caveats : []
    const texts = article.sections[part]
    if (texts.length === 0 && caveats.length === 0) return null
    return (
      <Fragment key={part}>
        <h2>{t(`evidence.${part}`)}</h2>
        {texts.map((text, index) => (
          // Paragraphs have no id and never reorder, so the index is a safe key.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index}>{text}</p>
        ))}
        {caveats.length === 0 ? null : (
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        )}
      </Fragment>
    )
  })
}
