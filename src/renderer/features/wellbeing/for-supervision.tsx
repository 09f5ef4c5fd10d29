import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { SourceLink } from '#renderer/parts/prompts/source-link.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './wellbeing.module.css'

/** Lists the prompts marked for supervision, to bring along and tick off. */
export function ForSupervision({
  listed,
}: {
  listed: readonly { answer: PromptAnswer; clientCode: string | null }[]
}) {
  const { t } = useTranslation()
  const discussed = useChange('prompts.setDiscussed')
  const [last, setLast] = useState<PromptAnswer | null>(null)
  return (
    <section id="supervision">
      <Card title={t('wellbeing.supervision.title')}>
        <FailureNotice failure={discussed.error} />
        {last === null ? null : (
          <output
            className={stackClass({ direction: 'row', gap: 16, lineGap: 8, align: 'centre' })}
            data-screen-only=""
          >
            {t('wellbeing.supervision.done', { title: last.prompt.title })}
            <Button
              kind="quiet"
              onPress={() =>
                discussed.mutate({ id: last.id, isDiscussed: false }, { onSuccess: () => setLast(null) })
              }
            >
              {t('prompts.undo')}
            </Button>
          </output>
        )}
        {listed.length === 0 ? (
          <p className={common['note']}>{t('wellbeing.supervision.none')}</p>
        ) : (
          <ul className={joinClasses(common['divided'], styles['list'])}>
            {listed.map(({ answer, clientCode }) => (
              <li key={answer.id} className={stackClass({ gap: 4 })}>
                <p>
                  <strong>{answer.prompt.title}</strong>
                  {' · '}
                  {clientCode === null
                    ? t('wellbeing.supervision.own')
                    : t('wellbeing.supervision.client', { code: clientCode, number: answer.sessionNumber })}
                </p>
                <p>{answer.prompt.because}</p>
                <p>{answer.prompt.suggestion}</p>
                <p
                  className={stackClass({
                    direction: 'row',
                    gap: 16,
                    lineGap: 8,
                    align: 'centre',
                    justify: 'between',
                  })}
                >
                  <SourceLink source={answer.prompt.source}>{answer.prompt.source.citation}</SourceLink>
                  <Button
                    onPress={() =>
                      discussed.mutate(
                        { id: answer.id, isDiscussed: true },
                        { onSuccess: () => setLast(answer) },
                      )
                    }
                  >
                    {t('wellbeing.supervision.discussed')}
                    <VisuallyHidden>: {answer.prompt.title}</VisuallyHidden>
                  </Button>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  )
}
