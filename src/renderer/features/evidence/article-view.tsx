import { useRef } from 'react'
import { useLocation, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ArticleProblem } from '#shared/evidence/article-problem.ts'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { isShortSummary } from '#shared/evidence/completeness.ts'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { ArticleActions } from './article-actions.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import { BackRow } from './back-row.tsx'
import { Differences } from './differences.tsx'
import { Findings } from './findings.tsx'
import { FollowedFinding } from './followed-finding.tsx'
import { NoteCard } from './note-card.tsx'
import { placeWords, problemWords } from './problem-words.ts'
import { ReadingState } from './reading-state.tsx'
import { Reference } from './reference.tsx'
import { useShownTarget } from './targets.ts'
import { WhereItApplies } from './where-it-applies.tsx'
import common from '#renderer/ui/common.module.css'

/**
 * A whole summary: the finding that was followed here, the text, the figures, the reader's own notes, and where it all
 * was read.
 */
export function ArticleView({ entry }: { entry: EvidenceEntry }) {
  const { t } = useTranslation()
  const { article } = entry
  const target = useLocation({ select: ({ hash }) => hash })
  const beginning = useRef<HTMLDivElement>(null)
  useShownTarget(target)
  const followed = article.effects.find(({ id }) => target === `effect-${id}`)
  const isLost = target.startsWith('effect-') && followed === undefined
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
        {entry.state === 'draft' && !isShortSummary(entry.article) ? (
          <DraftNotice article={entry.article} problems={entry.problems} />
        ) : null}
        {followed === undefined ? null : <FollowedFinding article={article} effect={followed} />}
        <div ref={beginning}>
          <Reader>
            <ArticleText article={article} />
          </Reader>
        </div>
        <ReadingState entry={entry} beginning={beginning} />
        <Findings entry={entry} target={target} />
        <Differences article={article} isAsked={target === 'differences'} />
        <AtAGlance article={article} />
        {entry.origin === 'shipped' ? <WhereItApplies articleId={article.id} /> : null}
        <NoteCard key={`note ${article.id}`} articleId={article.id} note={entry.note} />
        <Reference article={article} />
      </Page>
    </>
  )
}

/** The text: in brief and what to do first, then what was found and its limits. Leaves out what a draft lacks. */
function ArticleText({ article: { sections, caveats } }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  return (
    <>
      <Part title={t('evidence.inBrief')} texts={sections.inBrief} />
      {sections.inPractice.length > 1 ? (
        <>
          <h2>{t('evidence.inPractice')}</h2>
          <p>{t('evidence.practiceAbout')}</p>
          <Points texts={sections.inPractice} />
        </>
      ) : (
        <Part title={t('evidence.inPractice')} texts={sections.inPractice} />
      )}
      <Part title={t('evidence.whatWasFound')} texts={sections.whatWasFound} />
      {caveats.length === 0 ? (
        <Part title={t('evidence.keepInMind')} texts={sections.keepInMind} />
      ) : (
        <>
          <h2>{t('evidence.keepInMind')}</h2>
          <Paragraphs texts={sections.keepInMind} />
          <Points texts={caveats} />
        </>
      )}
    </>
  )
}

function Part({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <Paragraphs texts={texts} />
    </>
  )
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  // Paragraphs have no id and never reorder, so the index is a safe key.
  // oxlint-disable-next-line react/no-array-index-key
  return texts.map((text, index) => <p key={index}>{text}</p>)
}

function Points({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** Says that an own summary is not finished and what it lacks, and links to its form. */
function DraftNotice({ article, problems }: { article: ArticleDraft; problems: readonly ArticleProblem[] }) {
  const { t } = useTranslation()
  const isMissing = ({ reason }: ArticleProblem) => reason.code === 'missing'
  const missing = new Set(problems.filter(isMissing).map(({ place }) => placeWords(t, place)))
  const others = new Set(
    problems.filter((problem) => !isMissing(problem)).map((problem) => problemWords(t, problem)),
  )
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
      {missing.size === 0 ? null : <p>{t('evidence.draft.lacks', { parts: [...missing].join(', ') })}</p>}
      {others.size === 0 ? null : (
        <ul className={common['bullets']}>
          {[...others].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </Banner>
  )
}
