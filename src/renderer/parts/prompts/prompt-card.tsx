import { useRef, useState, type KeyboardEvent } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  dismissalReasons,
  dismissalSubjects,
  promptAnswerKinds,
  type PromptAnswerKind,
  type DismissalReason,
} from '#shared/prompts/prompt-answer.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { SourceLink } from './source-link.tsx'
import type { GivenAnswer } from './use-prompt-answers.ts'
import common from '#renderer/ui/common.module.css'
import styles from './prompts.module.css'
import { numberInWords } from './number-in-words.ts'

type PromptCardProps = {
  prompt: Prompt
  isPending: boolean
  /** `onSuccess` runs once the answer is saved. */
  onAnswer: (given: GivenAnswer, onSuccess: () => void) => void
  onSwitchOff: () => void
}

/** One suggestion: its reason, the suggestion itself, its evidence, its limits, and four answers. */
export function PromptCard({
  clientId,
  ...props
}: PromptCardProps & {
  /** The client it is about; null for one about the therapist. */
  clientId: ClientId | null
}) {
  const { ruleId, sessionNumber } = props.prompt
  return (
    <Drafted
      form="prompt-dismissal"
      subject={`${dismissalSubjects({ clientId, ruleId })} ${String(sessionNumber)}`}
      clientId={clientId}
      schema={noteDraftSchema}
    >
      {(draft) => <AnsweredPrompt {...props} draft={draft} />}
    </Drafted>
  )
}

function AnsweredPrompt({
  prompt,
  draft,
  isPending,
  onAnswer,
  onSwitchOff,
}: PromptCardProps & { draft: FormDraft<NoteDraft> }) {
  const { t } = useTranslation()
  const [isDismissing, setIsDismissing] = useState(draft.found !== null)
  // The words outlive the panel, so that closing it by mistake loses none.
  const [note, setNote] = useState(draft.found?.typed.note ?? '')
  const choose = (answer: PromptAnswerKind) => {
    if (answer === 'dismissed') setIsDismissing((isOpen) => !isOpen)
    else onAnswer({ prompt, answer, reason: null, note: '' }, draft.finish)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // React also hands on the keys that were pressed in a dialog over the card.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
    if (event.key === 'Escape' && isDismissing) return setIsDismissing(false)
    if (isPending || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const answer = promptAnswerKinds.find((kind) => answerKeys[kind] === event.key.toLowerCase())
    if (answer === undefined) return
    event.preventDefault()
    choose(answer)
  }
  return (
    // The keys duplicate the buttons below, which name them; the card itself is not a control.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['promptCard']} onKeyDown={onKeyDown}>
      <Card title={prompt.title} level={3}>
        <dl className={styles['terms']}>
          <div>
            <dt>{t('prompts.because')}</dt>
            <dd>{prompt.because}</dd>
          </div>
          <div>
            <dt>{t('prompts.idea')}</dt>
            <dd className={common['strong']}>{prompt.suggestion}</dd>
          </div>
          <div>
            <dt>{t('prompts.evidence')}</dt>
            <dd>
              {prompt.strength}
              <br />
              <SourceLink source={prompt.source}>
                {t('prompts.seeFinding', { citation: prompt.source.citation })}
              </SourceLink>
            </dd>
          </div>
          <div>
            <dt>{t('prompts.cantTell')}</dt>
            <dd>{prompt.cantTell}</dd>
          </div>
        </dl>
        {prompt.also.length === 0 ? null : (
          <Disclosure title={t('prompts.alsoInSession')} level={4}>
            <ul className={styles['numbers']}>
              {prompt.also.map(({ ruleId, title, because }) => (
                <li key={ruleId}>
                  <span className={common['strong']}>{title}.</span> {because}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <div data-screen-only="">
          <PromptAnswerButtons
            title={prompt.title}
            isDismissing={isDismissing}
            isPending={isPending}
            onChoose={choose}
          />
          {isDismissing ? (
            <DismissPanel
              draft={draft}
              note={note}
              onNote={(next) => {
                setNote(next)
                draft.keep(noteDraftOf(next))
              }}
              isPending={isPending}
              onDismiss={(reason) => onAnswer({ prompt, answer: 'dismissed', reason, note }, draft.finish)}
              onKeep={() => setIsDismissing(false)}
            />
          ) : null}
          <Disclosure title={t('prompts.showRule')} level={4}>
            <PromptRule prompt={prompt} onSwitchOff={onSwitchOff} />
          </Disclosure>
        </div>
      </Card>
    </div>
  )
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

const longestOwnWords = 2_000

/** Asks why a prompt is dismissed: one press answers, with or without own words. */
function DismissPanel({
  draft,
  note,
  onNote,
  isPending,
  onDismiss,
  onKeep,
}: {
  draft: FormDraft<NoteDraft>
  note: string
  onNote: (note: string) => void
  isPending: boolean
  onDismiss: (reason: DismissalReason) => void
  onKeep: () => void
}) {
  const { t } = useTranslation()
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  return (
    <fieldset className={styles['dismiss']}>
      <legend className={styles['why']}>{t('prompts.dismiss.why')}</legend>
      <LimitedField
        label={t('prompts.dismiss.note')}
        value={note}
        onChange={onNote}
        limit={longestOwnWords}
        takesFocus={draft.found === null}
        ref={box}
      />
      <DraftNote draft={draft} />
      <Stack direction="row" gap={8} align="centre">
        {dismissalReasons.map((reason) => (
          <Button
            key={reason}
            onPress={() => (note.length > longestOwnWords ? box.current?.focus() : onDismiss(reason))}
            isPending={isPending}
          >
            {t(`prompts.reasons.${reason}`)}
          </Button>
        ))}
        <Button kind="quiet" onPress={onKeep}>
          {t('prompts.dismiss.keep')}
        </Button>
      </Stack>
    </fieldset>
  )
}

/** The key for each answer, while the focus is in the card and not in a text field. */
const answerKeys: Record<PromptAnswerKind, string> = {
  helpful: 'h',
  dismissed: 'd',
  later: 'l',
  supervision: 's',
}

/** The four answers to a prompt, each with its key. */
function PromptAnswerButtons({
  title,
  isDismissing,
  isPending,
  onChoose,
}: {
  title: string
  /** Whether the panel of reasons for dismissing is open. */
  isDismissing: boolean
  isPending: boolean
  onChoose: (answer: PromptAnswerKind) => void
}) {
  const { t } = useTranslation()
  return (
    <Stack direction="row" gap={8} align="centre">
      {promptAnswerKinds.map((kind) => (
        <Button
          key={kind}
          kind={kind === 'helpful' ? 'secondary' : 'quiet'}
          onPress={() => onChoose(kind)}
          isPending={isPending}
          isExpanded={kind === 'dismissed' ? isDismissing : undefined}
        >
          {t(`prompts.answers.${kind}`)}
          <VisuallyHidden>: {title}</VisuallyHidden>
          <span className={styles['key']} aria-hidden="true">
            <KeyHint keys={[answerKeys[kind].toUpperCase()]} />
          </span>
        </Button>
      ))}
    </Stack>
  )
}

/** Details of a prompt: the rule in words, its numbers, further findings, and the switch to turn it off. */
function PromptRule({ prompt, onSwitchOff }: { prompt: Prompt; onSwitchOff: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{prompt.rule}</p>
      {prompt.changedParameters.length === 0 ? null : <p>{t('client.ownSettings')}</p>}
      <ul className={styles['numbers']}>
        {prompt.numbers.map((number) => (
          <li key={number.label}>{numberInWords(number, t)}</li>
        ))}
      </ul>
      {prompt.furtherSources.length === 0 ? null : (
        <>
          <p>{t('prompts.also')}</p>
          <ul className={styles['numbers']}>
            {prompt.furtherSources.map((source) => (
              <li key={`${source.articleId} ${source.effectId}`}>
                <SourceLink source={source}>{source.citation}</SourceLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to="/settings/error-rates">{t('prompts.errors.title')}</Link>
      </p>
      <Stack direction="row" gap={16} lineGap={8} align="centre" justify="between">
        <p className={common['muted']}>
          {t('prompts.ruleName', { id: prompt.ruleId, version: prompt.ruleVersion })}
        </p>
        <Button kind="quiet" onPress={onSwitchOff}>
          {t('prompts.switchOff')}
        </Button>
      </Stack>
    </>
  )
}
