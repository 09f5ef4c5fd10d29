import { useRef } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { ArticleActions } from './article-actions.tsx'
import { ArticleText } from './article-text.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import { BackRow } from './back-row.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { Findings } from './findings.tsx'
import { NoteCard } from './note-card.tsx'
import { OtherDifferences } from './other-differences.tsx'
import { ReadingState } from './reading-state.tsx'
import { Reference } from './reference.tsx'
import { useShownTarget } from './targets.ts'
import { WhereItApplies } from './where-it-applies.tsx'

/** A whole summary: text, figures, differences between its sources, the reader's own notes, and the reference. */
export function ArticleView({ entry }: { entry: EvidenceEntry }) {
  const { t } = useTranslation()
  const { article } = entry
  const target = useLocation({ select: ({ hash }) => hash })
  const beginning = useRef<HTMLDivElement>(null)
  useShownTarget(target)
  const isLost = target.startsWith('effect-') && !article.effects.some(({ id }) => target === `effect-${id}`)
  return (
    <>
      <BackRow articleId={article.id} />
      <Page
        title={article.title}
        subtitle={article.shortCitation}
        width="narrow"
        takesFocus={target === '' || isLost}
      >
        <ArticleActions entry={entry} />
        {isLost ? (
          <Banner kind="info" title={t('evidence.lostFinding')}>
            {t('evidence.lostFindingAdvice')}
          </Banner>
        ) : null}
        {entry.state === 'draft' ? <DraftNotice article={entry.article} problems={entry.problems} /> : null}
        <AtAGlance article={article} />
        <div ref={beginning}>
          <Reader>
            <ArticleText article={article} />
          </Reader>
        </div>
        <ReadingState entry={entry} beginning={beginning} />
        <Findings entry={entry} target={target} />
        <OtherDifferences article={article} />
        {entry.origin === 'shipped' ? <WhereItApplies articleId={article.id} /> : null}
        <NoteCard key={`note ${article.id}`} articleId={article.id} note={entry.note} />
        <Reference article={article} />
      </Page>
    </>
  )
}
