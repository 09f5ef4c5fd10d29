import { useRef, useState, useCallback, useLayoutEffect, useEffect, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isBlankLog } from '#shared/records/blank-log.ts'
import type { Client } from '#shared/records/client.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { dayInWords, lastDayFor } from '#renderer/lib/dates.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { SupervisorCommentsCard } from '#renderer/parts/replies/supervisor-comments-card.tsx'
import { AgreementsCard } from '#renderer/parts/supervision/agreements-card.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { AfterPart } from './after-part.tsx'
import { BeforePart } from './before-part.tsx'
import { ClientPart } from './client-part.tsx'
import { DueAtBeginning } from './due-at-beginning.tsx'
import { DiscardDraft } from './discard-draft.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { EarlierVersions } from './earlier-versions.tsx'
import { FinalCard } from './final-card.tsx'
import { ForesightStep } from './foresight-step.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { OpenedForesightCard } from './opened-foresight.tsx'
import type { PartProps } from './part-props.ts'
import { SaveBar } from './save-bar.tsx'
import { SaveFailure } from './save-failure.tsx'
import {
  canBeFinal,
  canBeHandedOver,
  canStayPlanned,
  primaryPurpose,
  type Part,
  type SavePurpose,
} from './save-purpose.ts'
import { useFormKeys } from './use-form-keys.ts'
import { useLogActions } from './use-log-actions.ts'
import { useLogForm, type LogStart } from './use-log-form.ts'
import { usePartWithFocus } from './use-part-with-focus.ts'
import common from '#renderer/ui/common.module.css'
import styles from './log-session.module.css'
import type { FindInstrument } from './use-instruments.ts'

/** The form of one session, in three parts that share one save bar. */
export function LogForm({
  start,
  stored,
  client,
  firstPart,
  startsAtGuess,
  findInstrument,
  onReload,
}: {
  start: LogStart
  /** The stored version, which changes with every save. */
  stored: StoredSessionLog | null
  client: Client
  firstPart: Part
  /** Whether the focus starts at the guess, if that is still open. */
  startsAtGuess: boolean
  findInstrument: FindInstrument
  onReload: () => void
}) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const [part, setPart] = useState(firstPart)
  const form = useLogForm(start)
  const { log, change, kept, isSaving, failure, savedAt } = form
  const isReadOnly = useReadOnly() !== null
  const actions = useLogActions({ form, stored, onReload, onPart: setPart })
  const [takesGuessFocus] = useState(startsAtGuess && log.session.guess === 'open')
  const [isGuessing, setIsGuessing] = useState(takesGuessFocus)
  const goTo = (next: Part, toGuess = false) => {
    setIsGuessing(toGuess)
    setPart(next)
  }
  const formElement = useRef<HTMLFormElement>(null)
  const openPart = usePartWithFocus(formElement, {
    goTo,
    startsAtQuestion: !takesGuessFocus && !isReadOnly && !stored?.session.closedAt,
  })
  // Renders again when the day turns.
  useToday()
  const isAhead = log.session.date > lastDayFor(log.session)
  const situation = { log, stored, part, isAhead }
  const primary = primaryPurpose(situation)
  // The Client tab has its own hand-over card, which is the tab's main purpose until the hand-over is done.
  const isForHandingOver = part === 'client' && canBeHandedOver(log, isAhead) && actions.wantsHandOver
  const openHandOver = () => actions.setIsHandingOver(true)
  const dueNow =
    actions.forms.moment === 'beginning' && canBeHandedOver(log, isAhead) ? actions.forms.due : []
  const save = async (purpose: SavePurpose): Promise<void> => {
    const saved = await actions.submit(purpose)
    if (saved && purpose === 'before') openPart('after')
  }
  const onSave = useLatest(() => {
    if (!isReadOnly && !isSaving) void save(primary)
  })
  useFormKeys({ form: formElement, onSave, onPart: openPart })
  useEffect(() => {
    if (actions.refusals > 0) focusFirstError(formElement.current)
  }, [actions.refusals])
  const shared: PartProps = {
    log,
    stored,
    change,
    onSave,
    findInstrument,
    isAhead,
    typedDate: form.typedDate,
    onDate: form.typeDate,
    wasRefused: actions.refusals > 0,
  }
  const showsDraftBanner =
    start.draft !== null &&
    !actions.hasSaved &&
    (start.stored !== null || !isBlankLog(start.draft.log, client.usualDurationMinutes))
  const discard = (
    <DiscardDraft
      isSavedBelow={stored !== null}
      isBlank={isBlankLog(log, client.usualDurationMinutes)}
      onDiscard={actions.discard}
    />
  )

  const keys = (
    <p className={common['note']}>
      {t(
        'logSession.keys',
        platform === 'mac' ? { save: 'Cmd+S', part: 'Option' } : { save: 'Ctrl+S', part: 'Alt' },
      )}
    </p>
  )

  return (
    <Page
      title={t('logSession.title', { number: log.session.number, code: client.code })}
      subtitle={
        <>
          <Link to="/clients/$clientId" params={{ clientId: client.id }} className={common['codeLink']}>
            {client.code}
          </Link>
          {' · '}
          {[
            dayInWords(log.session.date),
            stored ? t(`logSession.statuses.${stored.session.status}`) : t('logSession.neverSaved'),
            ...(stored?.session.closedAt ? [t('logSession.closed')] : []),
            ...(client.isFictional ? [t('logSession.fictional')] : []),
          ].join(' · ')}
        </>
      }
      actions={stored || showsDraftBanner || isReadOnly || log === start.log ? undefined : discard}
      takesFocus={!takesGuessFocus}
    >
      {showsDraftBanner ? (
        <DraftBanner
          draft={start.draft}
          isSavedBelow={stored !== null}
          action={isReadOnly ? null : discard}
        />
      ) : null}
      {stored?.session.closedAt ? (
        <Banner kind="info" title={t('logSession.correction.title')}>
          {t('logSession.correction.text')}
        </Banner>
      ) : null}
      {isAhead ? (
        <Banner kind="info" title={t('logSession.ahead', { date: dayInWords(log.session.date) })} />
      ) : null}
      <form ref={formElement} className={styles['form']} onSubmit={(event) => event.preventDefault()}>
        <fieldset disabled={isReadOnly} className={styles['fields']}>
          <Tabs<Part>
            label={t('logSession.parts.label')}
            selected={part}
            onSelect={(next) => goTo(next)}
            items={[
              {
                id: 'before',
                label: t('logSession.parts.before'),
                content: panel(
                  keys,
                  <>
                    <DueAtBeginning forms={dueNow} onHandOver={openHandOver} />
                    <BeforePart {...shared} />
                  </>,
                ),
              },
              {
                id: 'after',
                label: t('logSession.parts.after'),
                content: panel(keys, <AfterPart {...shared} isGuessing={isGuessing} />),
              },
              {
                id: 'client',
                label: t('logSession.parts.client'),
                content: panel(
                  null,
                  <ClientPart
                    {...shared}
                    isSaving={isSaving}
                    forms={actions.forms}
                    onHandOver={openHandOver}
                    onGuess={(guess) => void actions.settleGuess(guess)}
                    onMakeGuess={() => goTo('after', true)}
                  />,
                ),
              },
            ]}
          />
          {canBeFinal(situation) && !isReadOnly ? (
            <FinalCard isSaving={isSaving} onFinal={() => void save('final')} />
          ) : null}
        </fieldset>
        {stored && stored.revision > 1 ? (
          <EarlierVersions id={stored.session.id} findInstrument={findInstrument} />
        ) : null}
        <div className={joinClasses(common['stickyFoot'], styles['foot'])}>
          {failure && !actions.isHandingOver ? (
            <SaveFailure
              failure={failure}
              number={log.session.number}
              isPending={isSaving}
              onRetry={() => void actions.retry()}
              onSaveOver={() => void actions.saveOver()}
              onTakeNumber={(number) => void actions.takeNumber(number)}
            />
          ) : null}
          {savedAt === null || log.session.status !== 'held' ? null : (
            <ForesightStep sessionId={log.session.id} code={client.code} />
          )}
          {isReadOnly ? (
            <p className={common['note']}>{t('app.nothingCanBeSaved.text')}</p>
          ) : (
            <SaveBar
              primary={primary}
              isOnePrimary={!isForHandingOver}
              canStayPlanned={canStayPlanned(situation)}
              isSaving={isSaving}
              savedAt={savedAt}
              keptAt={kept.keptAt}
              draftFailed={kept.failure !== null}
              client={client}
              sessionId={log.session.id}
              canHandOver={actions.canHandOver}
              canCompare={actions.isAnswered && stored?.hasHiddenEmotions === false}
              offersHandOver={actions.canHandOver && part !== 'client'}
              takesFocus={!actions.leadsOn && !isForHandingOver}
              onSave={(purpose) => void save(purpose)}
              onHandOver={openHandOver}
            />
          )}
        </div>
      </form>
      {savedAt === null ? null : <OpenedForesightCard sessionId={log.session.id} />}
      {savedAt === null || log.session.status !== 'held' ? null : (
        <AgreementsCard clientId={client.id} shows="due" />
      )}
      <SupervisorCommentsCard clientId={client.id} session={log.session.number} />
      <HandOverDialog
        isOpen={actions.isHandingOver}
        guess={actions.guessAtHandOver}
        forms={actions.forms}
        clientId={client.id}
        isPending={isSaving || actions.handOver.isPending}
        failure={failure ?? actions.handOver.error}
        onClose={() => actions.setIsHandingOver(false)}
        onHandOver={() => void actions.startHandOver()}
      />
    </Page>
  )
}

const panel = (above: ReactNode, content: ReactNode) => (
  <Stack gap={24}>
    {above}
    {content}
  </Stack>
)

/** Gives a function that always calls the latest version and never changes itself, so that it causes no render. */
function useLatest(act: () => void): () => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback(() => latest.current(), [])
}
