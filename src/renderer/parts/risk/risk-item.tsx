import { useRef, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { longestNote } from '#shared/records/text.ts'
import type { Risk } from '#shared/risk/risk.ts'
import { useChange } from '#renderer/lib/change.ts'
import { dayInWords, dayOf } from '#renderer/lib/dates.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './risk.module.css'

/** The links from an answer, except to the current screen. */
export type RiskLinks = 'client' | 'session' | 'none'

/** One answer in its own words, with what was done so far and the next step. `isBrief`: in two lines once it was read. */
export function RiskItem({
  risk,
  links,
  isBrief,
  onClosed,
}: {
  risk: Risk
  links: RiskLinks
  isBrief: boolean
  onClosed: (closed: Risk) => void
}) {
  const { t } = useTranslation()
  const item = useRef<HTMLLIElement>(null)
  const { id } = risk
  const acknowledge = useChange('risk.acknowledge')
  const close = useChange('risk.close')
  const acknowledged = risk.acknowledged ?? acknowledge.data?.acknowledged ?? null
  const closed = risk.closed ?? close.data?.closed ?? null
  // The pressed button disappears, so the focus goes to its answer.
  const focusItem = () => item.current?.focus()
  const isShort = isBrief && acknowledged !== null
  return (
    <li ref={item} tabIndex={-1} className={styles['item']}>
      {isShort ? <ShortAnswer risk={risk} /> : <Answer risk={risk} links={links} />}
      {acknowledged === null ? (
        <Drafted form="risk-acknowledgement" subject={id} clientId={risk.clientId} schema={noteDraftSchema}>
          {(draft) => (
            <Acknowledge
              risk={risk}
              draft={draft}
              isPending={acknowledge.isPending}
              failure={acknowledge.error}
              onStep={(note) =>
                acknowledge.mutate(
                  { id, note },
                  {
                    onSuccess: () => {
                      draft.finish()
                      focusItem()
                    },
                  },
                )
              }
            />
          )}
        </Drafted>
      ) : closed !== null && !isShort ? (
        <Step words={t('risk.read', at(acknowledged))} {...acknowledged} />
      ) : null}
      {acknowledged !== null && closed === null ? (
        <Drafted form="risk-closing" subject={id} clientId={risk.clientId} schema={noteDraftSchema}>
          {(draft) => (
            <Close
              risk={risk}
              read={
                isShort ? (
                  <p>
                    {t('risk.readShort', at(acknowledged))} <WayOn risk={risk} links={links} />
                  </p>
                ) : (
                  <Step words={t('risk.acknowledged', at(acknowledged))} {...acknowledged} />
                )
              }
              draft={draft}
              isPending={close.isPending}
              failure={close.error}
              onStep={(note) =>
                close.mutate(
                  { id, note },
                  {
                    onSuccess: (answer) => {
                      draft.finish()
                      onClosed(answer)
                      focusItem()
                    },
                  },
                )
              }
            />
          )}
        </Drafted>
      ) : null}
      {closed === null ? null : <Step words={t('risk.closed', at(closed))} {...closed} />}
    </li>
  )
}

/** Who answered, the question, and the answer. */
function Answer({ risk, links }: { risk: Risk; links: RiskLinks }) {
  const { t } = useTranslation()
  const { clientCode: code, sessionNumber: number, answerLabel: label, value, maximum } = risk
  return (
    <>
      <p
        className={joinClasses(
          common['strong'],
          stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' }),
        )}
      >
        {t('risk.who', { code, number, date: new Date(risk.sessionDate) })}
        <FictionalTag isFictional={risk.isFictional} />
        <WayOn risk={risk} links={links} />
      </p>
      <p>{t('risk.asked', { instrument: risk.instrumentTitle, item: risk.itemText })}</p>
      <p>
        <strong>
          {label === null
            ? t('risk.answerInNumbers', { value, maximum })
            : t('risk.answer', { label, value, maximum })}
        </strong>{' '}
        {t(isOfSessionDay(risk) ? 'risk.answeredAt' : 'risk.recordedAt', { at: new Date(risk.answeredAt) })}
      </p>
    </>
  )
}

/** An answer that came to Attune on another day was on paper or in a file: the client gave it some time before. */
function isOfSessionDay({ answeredAt, sessionDate }: Risk): boolean {
  return dayOf(answeredAt) === dayInWords(sessionDate)
}

/** The same in one line, without the question. */
function ShortAnswer({ risk }: { risk: Risk }) {
  const { t } = useTranslation()
  const { clientCode: code, sessionNumber: number, answerLabel: label, value, maximum } = risk
  const who = t('risk.who', { code, number, date: new Date(risk.sessionDate) })
  const whose = { who, instrument: risk.instrumentTitle, value, maximum }
  return (
    <p className={stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' })}>
      <strong>
        {label === null ? t('risk.shortInNumbers', whose) : t('risk.short', { ...whose, label })}
      </strong>
      <FictionalTag isFictional={risk.isFictional} />
    </p>
  )
}

const at = (step: { at: string }) => ({ at: new Date(step.at) })

function Step({ words, note }: { words: string; note: string }) {
  const { t } = useTranslation()
  return (
    <div>
      <p>{words}</p>
      {note === '' ? null : <p className={common['asTyped']}>{t('risk.note', { note })}</p>}
    </div>
  )
}

function WayOn({ risk, links }: { risk: Risk; links: RiskLinks }) {
  const { t } = useTranslation()
  if (links === 'client')
    return (
      <Link to="/clients/$clientId" params={{ clientId: risk.clientId }} className={styles['link']}>
        {t('risk.toClient', { code: risk.clientCode })}
      </Link>
    )
  if (links === 'session')
    return (
      <Link
        to="/clients/$clientId/sessions/$sessionId"
        params={{ clientId: risk.clientId, sessionId: risk.sessionId }}
        className={styles['link']}
      >
        {t('risk.toSession')}
      </Link>
    )
  return null
}

type StepProps = {
  risk: Risk
  draft: FormDraft<NoteDraft>
  isPending: boolean
  failure: Error | null
  onStep: (note: string) => void
}

/** The first step: the answer was read. A note is optional. */
function Acknowledge({ risk, draft, isPending, failure, onStep }: StepProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState(draft.found?.typed.note ?? '')
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const whose = { code: risk.clientCode, number: risk.sessionNumber }
  const acknowledge = () => (note.length > longestNote ? box.current?.focus() : onStep(note))
  return (
    <>
      <p className={common['strong']}>{t('risk.unread')}</p>
      <LimitedField
        label={t('risk.acknowledge.note', whose)}
        description={t('risk.acknowledge.noteAdvice')}
        value={note}
        onChange={(next) => {
          setNote(next)
          draft.keep(noteDraftOf(next))
        }}
        limit={longestNote}
        multiline
        rows={2}
        ref={box}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={failure} />
      <Stack direction="row" gap={8} align="centre">
        <Button kind="primary" onPress={acknowledge} isPending={isPending}>
          {t('risk.acknowledge.button')}
          <VisuallyHidden> {t('risk.acknowledge.buttonFor', whose)}</VisuallyHidden>
        </Button>
      </Stack>
    </>
  )
}

/** The second step: what was done about it. The note is required. `read` says when the first step was. */
function Close({ risk, read, draft, isPending, failure, onStep }: StepProps & { read: ReactNode }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(draft.found !== null)
  const [note, setNote] = useState(draft.found?.typed.note ?? '')
  const [isMissing, setIsMissing] = useState(false)
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const whose = { code: risk.clientCode, number: risk.sessionNumber }
  if (!isOpen)
    return (
      <Stack direction="row" gap={12} align="centre">
        {read}
        <Button onPress={() => setIsOpen(true)} isExpanded={false}>
          {t('risk.close.open')}
          <VisuallyHidden> {t('risk.acknowledge.buttonFor', whose)}</VisuallyHidden>
        </Button>
      </Stack>
    )
  const close = () => {
    setIsMissing(note.trim() === '')
    if (note.length > longestNote) box.current?.focus()
    else if (note.trim() !== '') onStep(note)
  }
  return (
    <>
      {read}
      <LimitedField
        label={t('risk.close.note', whose)}
        description={t('risk.close.noteAdvice')}
        error={isMissing ? t('risk.close.missing') : undefined}
        value={note}
        onChange={(next) => {
          setNote(next)
          setIsMissing(false)
          draft.keep(noteDraftOf(next))
        }}
        limit={longestNote}
        multiline
        rows={2}
        ref={box}
        takesFocus={draft.found === null}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={failure} />
      <Stack direction="row" gap={8} align="centre">
        <Button onPress={close} isPending={isPending}>
          {t('risk.close.button')}
        </Button>
        <Button kind="quiet" onPress={() => setIsOpen(false)}>
          {t('risk.close.leaveOpen')}
        </Button>
      </Stack>
    </>
  )
}
