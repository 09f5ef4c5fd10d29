import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { SourceLink } from './source-link.tsx'
import styles from './prompts.module.css'

/** Which prompts were answered, when and how, with what each said then; read when it is opened. */
export function PromptHistory({ clientId }: { clientId: ClientId | null }) {
  const { t } = useTranslation()
  return (
    <div data-screen-only="">
      <Disclosure title={t('prompts.history.title')} level={3}>
        <History clientId={clientId} />
      </Disclosure>
    </div>
  )
}

function History({ clientId }: { clientId: ClientId | null }) {
  const { t } = useTranslation()
  const api = useApi()
  const history = useQuery({
    queryKey: queryKeys.promptHistory(clientId),
    queryFn: () => api.prompts.history({ clientId }),
  })
  if (history.isPending) return <Loading label={t('prompts.history.loading')} />
  if (history.isError) {
    const { title, advice } = wordsForFailure(t, history.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void history.refetch()}>{t('app.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (history.data.length === 0) return <p className={styles['muted']}>{t('prompts.history.none')}</p>
  return (
    <ol className={styles['history']}>
      {history.data.map((answer) => (
        <li key={answer.id}>
          <HistoryEntry answer={answer} />
        </li>
      ))}
    </ol>
  )
}

function HistoryEntry({ answer }: { answer: PromptAnswer }) {
  const { t } = useTranslation()
  const { prompt, reason, note, discussedAt } = answer
  return (
    <>
      <p>
        <strong>{prompt.title}</strong>
        {' · '}
        {t(`prompts.history.answers.${answer.answer}`)}
        {reason === null ? null : ` (${t(`prompts.reasons.${reason}`)})`}
        {' · '}
        {answer.clientId === null
          ? t('prompts.history.on', { at: new Date(answer.answeredAt) })
          : t('prompts.history.inSession', {
              number: answer.sessionNumber,
              at: new Date(answer.answeredAt),
            })}
      </p>
      {note === '' ? null : <p className={styles['given']}>{t('prompts.history.note', { note })}</p>}
      <p>
        {prompt.because} <SourceLink source={prompt.source}>{prompt.source.citation}</SourceLink>
      </p>
      <p className={styles['muted']}>
        {prompt.numbers
          .map(({ label, value, n }) => t('prompts.number', { label, value, count: n }))
          .join(' · ')}
        {discussedAt === null ? null : ` · ${t('prompts.history.discussed', { at: new Date(discussedAt) })}`}
      </p>
    </>
  )
}
