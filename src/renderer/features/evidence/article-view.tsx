import { useRef, Fragment } from 'react'
import { useLocation, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ArticleProblem } from '#shared/evidence/article-problem.ts'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { ArticleActions } from './article-actions.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import { BackRow } from './back-row.tsx'
import { DifferenceWords } from './difference-words.tsx'
import { Findings } from './findings.tsx'
import { NoteCard } from './note-card.tsx'
import { problemWords } from './problem-words.ts'
import { ReadingState } from './reading-state.tsx'
import { Reference } from './reference.tsx'
import { useShownTarget } from './targets.ts'
import { WhereItApplies } from './where-it-applies.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

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

const parts = ['inBrief', 'whatWasFound', 'inPractice', 'keepInMind'] as const

/** The four parts of the text as plain paragraphs, without the parts that a draft does not have yet. */
function ArticleText({ article }: { article: ArticleDraft }) {
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

/** Says that an own summary is not finished and what it lacks, and links to its form. */
function DraftNotice({ article, problems }: { article: ArticleDraft; problems: readonly ArticleProblem[] }) {
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
      <ul className={common['bullets']}>
        {[...new Set(problems.map((problem) => problemWords(t, problem)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** Differences between the sources that concern no single finding; the others are shown with their finding. */
function OtherDifferences({ article }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  const others = article.discrepancies.filter(({ effect }) => effect === undefined)
  if (others.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="differences">
      <h2 id="differences" tabIndex={-1} className={styles['target']}>
        {t('evidence.differences.title')}
      </h2>
      <ul className={joinClasses(styles['others'], stackClass({ gap: 16 }))}>
        {others.map((discrepancy) => (
          <li key={discrepancy.summary}>
            <DifferenceWords discrepancy={discrepancy} />
          </li>
        ))}
      </ul>
    </section>
  )
}
