import { useTranslation } from 'react-i18next'
import type { ReceivedSummary } from '#shared/review/received-client.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import { ClientLink } from './client-link.tsx'
import { workInWords } from './review-words.ts'

/** Whether there is something to talk about with a client’s therapist. */
export function hasWork({ question, work }: ReceivedSummary): boolean {
  return question !== null || work.length > 0
}

/** What there is to talk about with one client: the therapist's question, then the rest. */
export function ClientWork({ client }: { client: ReceivedSummary }) {
  const { t } = useTranslation()
  const { question, work } = client
  return (
    <div className={stackClass({ gap: 4 })}>
      <p>
        <ClientLink client={client} />
      </p>
      {question === null ? null : (
        <p className={common['typedText']}>{t('review.work.question', { question })}</p>
      )}
      {work.length === 0 ? null : (
        <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
          {work.map((each) => (
            <li key={each.kind}>{workInWords(each, t)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
