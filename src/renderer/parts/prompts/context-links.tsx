import { useTranslation } from 'react-i18next'
import { contextLinks, type ContextLink } from '#shared/prompts/context-links.ts'
import { SourceLink } from './source-link.tsx'
import styles from './prompts.module.css'

/** Studies for this place, to which no rule leads. */
export function ContextLinks({ place }: { place: ContextLink['place'] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles['context']} data-screen-only="">
      {contextLinks
        .filter((link) => link.place === place)
        .map((link) => (
          <li key={link.articleId}>
            {link.words} <SourceLink source={link}>{t('prompts.readStudy')}</SourceLink>
          </li>
        ))}
    </ul>
  )
}
