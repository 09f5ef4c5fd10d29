import { useTranslation } from 'react-i18next'
import type { InputAt } from '#shared/contract/contract.ts'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SourceLink } from './source-link.tsx'
import { numberInWords } from './number-in-words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './prompts.module.css'

type Asked = InputAt<'prompts.history'>

/** The answered prompts: when, how, and the prompt's words then. Nothing until one was answered. */
export function PromptHistory(asked: Asked) {
  const { t } = useTranslation()
  const history = useAsk('prompts.history', asked)
  if (history.data === undefined ? !history.isError : history.data.length === 0) return null
  return (
    <div data-screen-only="">
      <Disclosure title={t('prompts.history.title')} level={3}>
        <Loaded query={history} loading={t('prompts.history.loading')}>
          {(answers) => <AnsweredPrompts answers={answers} />}
        </Loaded>
      </Disclosure>
    </div>
  )
}

/** Answered prompts as a list: when, how, and the prompt's words then. */
export function AnsweredPrompts({ answers }: { answers: readonly PromptAnswer[] }) {
  return (
    <ol className={styles['history']}>
      {answers.map((answer) => (
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
      {note === '' ? null : <p className={common['asTyped']}>{t('prompts.history.note', { note })}</p>}
      <p>
        {prompt.because} <SourceLink source={prompt.source}>{prompt.source.citation}</SourceLink>
      </p>
      <p className={common['muted']}>
        {prompt.numbers.map((number) => numberInWords(number, t)).join(' · ')}
        {discussedAt === null ? null : ` · ${t('prompts.history.discussed', { at: new Date(discussedAt) })}`}
      </p>
    </>
  )
}
