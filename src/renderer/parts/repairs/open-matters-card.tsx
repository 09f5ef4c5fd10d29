import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenMatter } from '#shared/overview/open-matters.ts'
import type { ClientId } from '#shared/records/ids.ts'
import type { RepairClosing } from '#shared/records/repair-closing.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { SourceLink } from '#renderer/parts/prompts/source-link.tsx'
import { ShowAll } from '#renderer/parts/show-all.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { closingDraftSchema, ClosingForm } from './closing-form.tsx'
import { matterInWords } from './matter-words.ts'
import common from '#renderer/ui/common.module.css'

/** The study that the advice rests on. */
const source = { articleId: 'eubanks-2018', effectId: 'repair-outcome' }

/** How many are shown at first: the card is short. */
const few = 3

/**
 * What is open between client and therapist, the newest first, each with a way to close it and to take that back.
 * `isAsking` asks right away whether it is over; without it, the card has advice for the next session. Renders nothing
 * if nothing is open or was just closed.
 */
export function OpenMattersCard({
  clientId,
  matters,
  said = null,
  isAsking,
  title,
  actions,
}: {
  clientId: ClientId
  matters: readonly OpenMatter[]
  /** What was said the last time, when both looked at the session. */
  said?: { readonly number: number; readonly said: string } | null
  isAsking: boolean
  title: string
  actions?: ReactNode
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const [closed, setClosed] = useState<Closed | null>(null)
  const closing = useChange('repairs.close')
  const isAllClosed = matters.length === 0
  if (isAllClosed && closed === null && said === null) return null
  const named = isAllClosed ? t(closed === null ? 'together.lastTitle' : 'repairs.onPage.title') : title
  return (
    <Card kind="sunken" title={named} actions={isAllClosed ? null : actions}>
      {closed === null ? null : <ClosedLine closed={closed} onReopened={() => setClosed(null)} />}
      {said === null ? null : (
        <div>
          <p>{t('together.last', { number: said.number })}</p>
          <q className={common['typedText']}>{said.said}</q>
        </div>
      )}
      {isAllClosed ? null : (
        <>
          {isAsking && !isReadOnly ? <p className={common['note']}>{t('repairs.questionNote')}</p> : null}
          <ShowAll
            items={matters}
            few={few}
            label={t('repairs.showAll', { count: matters.length })}
            itemId={({ sessionId }) => sessionId}
          >
            {(matter) => (
              <Stack gap={8}>
                {matterInWords(matter, t).map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {matter.note === null || matter.note.note === '' ? null : (
                  <q className={common['typedText']}>{matter.note.note}</q>
                )}
                {isReadOnly ? null : (
                  <Drafted
                    form="repair-closing"
                    subject={matter.sessionId}
                    clientId={clientId}
                    schema={closingDraftSchema}
                  >
                    {(draft) => (
                      <ClosingForm
                        number={matter.number}
                        draft={draft}
                        isAsking={isAsking}
                        isPending={closing.isPending}
                        onClose={(ending) =>
                          closing.mutate(
                            {
                              sessionId: matter.sessionId,
                              isOfFall: matter.fall !== null,
                              isOfNote: matter.note !== null,
                              ...ending,
                            },
                            {
                              onSuccess: ({ how }) => {
                                draft.finish()
                                setClosed({ sessionId: matter.sessionId, number: matter.number, how })
                              },
                            },
                          )
                        }
                      />
                    )}
                  </Drafted>
                )}
              </Stack>
            )}
          </ShowAll>
          <FailureNotice failure={closing.error} />
          {isAsking ? null : (
            <div>
              <p>{t('repairs.advice')}</p>
              <p className={common['note']}>
                {t('repairs.evidence')} <SourceLink source={source}>{t('repairs.study')}</SourceLink>
              </p>
            </div>
          )}
        </>
      )}
    </Card>
  )
}

type Closed = Pick<RepairClosing, 'sessionId' | 'how'> & { readonly number: number }

/** Says what was closed, with an Undo that takes the focus: the button that had it is gone. */
function ClosedLine({ closed, onReopened }: { closed: Closed; onReopened: () => void }) {
  const { t } = useTranslation()
  const undo = useRef<HTMLButtonElement>(null)
  const reopening = useChange('repairs.reopen', { onSuccess: onReopened })
  const { sessionId, number, how } = closed
  useEffect(() => undo.current?.focus(), [sessionId])
  return (
    <>
      <div className={stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' })}>
        <output>{t('repairs.closed', { number, ending: t(`repairs.ending.${how}`) })}</output>
        <Button ref={undo} isPending={reopening.isPending} onPress={() => reopening.mutate({ sessionId })}>
          {t('repairs.undo')}
        </Button>
      </div>
      <FailureNotice failure={reopening.error} />
    </>
  )
}
