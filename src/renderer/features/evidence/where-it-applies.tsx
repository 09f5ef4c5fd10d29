import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ArticleUse } from '#shared/prompts/article-use.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { TargetLink } from './target-link.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** Lists the clients and sessions with a current prompt that rests on this study. Not printed. */
export function WhereItApplies({ articleId }: { articleId: string }) {
  const { t } = useTranslation()
  return (
    <section className={styles['part']} aria-labelledby="applies" data-screen-only>
      <h2 id="applies" tabIndex={-1} className={styles['target']}>
        {t('evidence.applies.title')}
      </h2>
      <Uses articleId={articleId} />
    </section>
  )
}

function Uses({ articleId }: { articleId: string }) {
  const { t } = useTranslation()
  // Every visit reads it again, because each session changes which prompts apply.
  const fresh = { gcTime: 0, staleTime: 0 }
  const uses = together({
    use: useAsk('prompts.whereArticleApplies', { articleId }, fresh),
    rules: useAsk('prompts.rulesOfArticle', { articleId }, fresh),
  })
  return (
    <Loaded query={uses} loading={t('ui.loading')}>
      {({ use, rules }) =>
        rules.length === 0 ? (
          <p className={common['secondary']}>{t('evidence.applies.noRule')}</p>
        ) : (
          <>
            <p className={common['secondary']}>{t('evidence.applies.rules', { count: rules.length })}</p>
            {use.clients.length + use.own.length > 0 ? (
              <ul className={stackClass({ gap: 16 })}>
                {use.clients.map((one) => (
                  <ClientUse key={`${one.clientId} ${one.ruleId}`} articleId={articleId} use={one} />
                ))}
                {use.own.map((one) => (
                  <li key={one.ruleId}>
                    <p className={stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' })}>
                      {t('evidence.applies.ownCheck')}
                    </p>
                    <p>{one.title}</p>
                    <p className={joinClasses(common['note'], styles['quiet'])}>{one.because}</p>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t('evidence.applies.nowhere')}</p>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function ClientUse({ articleId, use }: { articleId: string; use: ArticleUse['clients'][number] }) {
  const { t } = useTranslation()
  return (
    <li>
      <p className={stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' })}>
        <Link to="/clients/$clientId" params={{ clientId: use.clientId }} hash={`prompt-${use.ruleId}`}>
          {t('evidence.applies.client', { code: use.clientCode, number: use.sessionNumber })}
        </Link>
        <FictionalTag isFictional={use.isFictional} />
        {use.isShown ? null : (
          <span className={joinClasses(common['note'], styles['quiet'])}>{t('evidence.applies.behind')}</span>
        )}
      </p>
      <p>{use.title}</p>
      <p className={joinClasses(common['note'], styles['quiet'])}>
        {use.because}{' '}
        <TargetLink articleId={articleId} target={`effect-${use.effectId}`}>
          {t('evidence.applies.finding')}
        </TargetLink>
      </p>
    </li>
  )
}
