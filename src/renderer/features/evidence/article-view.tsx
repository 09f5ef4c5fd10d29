import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { ArticleText } from './article-text.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import { BackRow } from './back-row.tsx'
import { Checks } from './checks.tsx'
import { Differences } from './differences.tsx'
import { Findings } from './findings.tsx'
import { OpenDoi } from './open-doi.tsx'
import { Reference } from './reference.tsx'
import { useShownTarget } from './targets.ts'
import styles from './article.module.css'

/** A whole summary: the text first, then the figures, where its sources differ, and the reference. */
export function ArticleView({ article }: { article: Article }) {
  const { t } = useTranslation()
  const target = useLocation({ select: ({ hash }) => hash })
  useShownTarget(target)
  const isLost = target.startsWith('effect-') && !article.effects.some(({ id }) => target === `effect-${id}`)
  return (
    <>
      <BackRow />
      <Page
        title={article.title}
        subtitle={article.shortCitation}
        width="narrow"
        takesFocus={target === '' || isLost}
      >
        {isLost ? (
          <Banner kind="info" title={t('evidence.lostFinding')}>
            {t('evidence.lostFindingAdvice')}
          </Banner>
        ) : null}
        <AtAGlance article={article} />
        <Reader>
          <ArticleText article={article} />
        </Reader>
        <Findings article={article} target={target} />
        <div className={styles['sources']}>
          <Reader>
            <Differences article={article} target={target} />
            <Checks article={article} />
            <Reference article={article} />
          </Reader>
          {article.doi === undefined ? null : <OpenDoi doi={article.doi} />}
        </div>
      </Page>
    </>
  )
}
