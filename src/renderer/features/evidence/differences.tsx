import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import styles from './article.module.css'

type Discrepancy = ArticleDraft['discrepancies'][number]

/** Every place where summary and publication differ, in one part that opens on request or when the address asks for it. */
export function Differences({ article, isAsked }: { article: ArticleDraft; isAsked: boolean }) {
  const { t } = useTranslation()
  const { discrepancies } = article
  if (discrepancies.length === 0) return null
  const title = t('evidence.differences.title', { count: discrepancies.length })
  return (
    <section id="differences" tabIndex={-1} className={styles['target']} aria-label={title}>
      {/* Built again when the address asks for it, because it opens only at its start. */}
      <Disclosure key={String(isAsked)} title={title} level={2} startsOpen={isAsked}>
        <ul className={joinClasses(styles['others'], stackClass({ gap: 16 }))}>
          {discrepancies.map((discrepancy) => (
            <li key={`${discrepancy.effect ?? ''} ${discrepancy.summary}`}>
              <Difference
                discrepancy={discrepancy}
                claim={article.effects.find(({ id }) => id === discrepancy.effect)?.claim}
              />
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}

/** One difference: the finding it concerns, if any, and the wording of each side. */
function Difference({
  discrepancy: { summary, published, note },
  claim,
}: {
  discrepancy: Discrepancy
  claim: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <div className={styles['difference']}>
      {claim === undefined ? null : <p className={styles['differ']}>{claim}</p>}
      <dl>
        <div>
          <dt>{t('evidence.differences.summary')}</dt>
          <dd>{summary}</dd>
        </div>
        <div>
          <dt>{t('evidence.differences.published')}</dt>
          <dd>{published}</dd>
        </div>
        {note === undefined ? null : (
          <div>
            <dt>{t('evidence.differences.note')}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
