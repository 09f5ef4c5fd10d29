import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewLine } from '#shared/replies/comment.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { LineForm } from './line-form.tsx'

/** What the supervisor wants to talk about with a client's therapist. It never leaves. */
export function LinesCard({
  clientId,
  lines,
}: {
  clientId: ReviewLine['clientId']
  lines: readonly ReviewLine[]
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const marking = useChange('replies.setLineDone')
  const removing = useChange('replies.removeLine')
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <Card title={t('replies.lines.title')} titleRef={title}>
      <p className={common['note']}>{t('replies.lines.lead')}</p>
      <FailureNotice failure={marking.error ?? removing.error} />
      {lines.length === 0 ? null : (
        <ul className={common['divided']}>
          {lines.map(({ id, line, isDone }) => (
            <li key={id} className={stackClass({ gap: 8 })}>
              <p className={isDone ? common['muted'] : undefined}>
                {isDone ? t('replies.lines.wasDone', { line }) : line}
              </p>
              {isReadOnly ? null : (
                <Stack direction="row" gap={8} lineGap={8}>
                  <Button onPress={() => marking.mutate({ id, isDone: !isDone })}>
                    {t(isDone ? 'replies.lines.open' : 'replies.lines.done')}
                    <VisuallyHidden>: {line}</VisuallyHidden>
                  </Button>
                  <Button
                    kind="quiet"
                    onPress={() => removing.mutate({ id }, { onSuccess: () => title.current?.focus() })}
                  >
                    {t('replies.lines.remove')}
                    <VisuallyHidden>: {line}</VisuallyHidden>
                  </Button>
                </Stack>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? null : <LineForm clientId={clientId} />}
    </Card>
  )
}
