import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PackAsk, PackDecisions } from '#shared/instruments/packs/index.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { answersInLines } from './answer-lines.ts'
import { LeadHeading } from './lead-heading.tsx'
import type { LookedAt } from './read-pack-file.ts'
import type { PackFile } from './use-packs.ts'
import styles from './instruments.module.css'

/** What was typed or ticked about one thing that a file leaves open; nothing is preset. */
type Reply = { readonly isYes: boolean; readonly text: string }
const noReply: Reply = { isYes: false, text: '' }

/** A file that can be read once a few things are decided: asks for them, and reads it again. */
export function AskedPack({
  file,
  asks,
  onRead,
  onCancel,
}: {
  file: PackFile
  asks: readonly PackAsk[]
  onRead: (looked: LookedAt) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const [replies, setReplies] = useState<ReadonlyMap<PackAsk, Reply>>(new Map())
  const [isTried, setTried] = useState(false)
  const read = useMutation({
    mutationFn: async (decisions: PackDecisions): Promise<LookedAt> => {
      const again = { ...file, id: crypto.randomUUID(), decisions }
      return { file: again, ...(await api.packs.preview({ text: file.text, decisions })) }
    },
    onSuccess: onRead,
  })
  useGiveUpOnLeaving(read.isPending)
  const replyTo = (ask: PackAsk): Reply => replies.get(ask) ?? noReply
  const isOpen = asks.some((ask) => !isDecided(ask, replyTo(ask)))
  return (
    <div className={styles['preview']}>
      <LeadHeading>{t('packs.asks.title', { name: file.name })}</LeadHeading>
      <p>{t('packs.asks.about')}</p>
      {asks.map((ask) => (
        <Asked
          key={ask.kind === 'answers' ? ask.address : ask.kind === 'leave-out' ? ask.what : ask.kind}
          ask={ask}
          reply={replyTo(ask)}
          isMissing={isTried && !isDecided(ask, replyTo(ask))}
          onReply={(reply) => setReplies(new Map([...replies, [ask, reply]]))}
        />
      ))}
      <FailureNotice failure={read.error} />
      {read.isPending ? <ReadingFile name={file.name} /> : null}
      <Stack direction="row" gap={12}>
        <Button
          kind="primary"
          size="large"
          isPending={read.isPending}
          onPress={() => {
            setTried(true)
            if (!isOpen) read.mutate(decisionsOf(file.decisions ?? {}, asks, replyTo))
          }}
        >
          {t('packs.asks.read')}
        </Button>
        <Button size="large" kind="quiet" onPress={onCancel}>
          {t('packs.import.cancel')}
        </Button>
      </Stack>
    </div>
  )
}

/** One thing to decide, with its control. */
function Asked({
  ask,
  reply,
  isMissing,
  onReply,
}: {
  ask: PackAsk
  reply: Reply
  isMissing: boolean
  onReply: (reply: Reply) => void
}) {
  const { t } = useTranslation()
  const missing = isMissing ? t('packs.asks.missing') : undefined
  if (ask.kind === 'form')
    return (
      <ChoiceGroup
        label={t('packs.asks.form')}
        options={ask.forms.map(({ name, questions }) => ({
          value: name,
          label: t('packs.asks.formWith', { name, count: questions }),
        }))}
        error={missing}
        value={reply.text === '' ? null : reply.text}
        onChange={(text) => onReply({ ...reply, text: text ?? '' })}
      />
    )
  if (ask.kind === 'answers')
    return (
      <fieldset className={styles['sheet']}>
        <legend>{t('packs.asks.answers', { address: ask.address, count: ask.questions })}</legend>
        <TextField
          label={t('packs.asks.answersLabel')}
          description={t('packs.own.answersAdvice')}
          error={
            reply.text !== '' && answersInLines(reply.text) === null ? t('packs.own.someWithout') : missing
          }
          multiline
          rows={5}
          value={reply.text}
          onChange={(text) => onReply({ ...reply, text })}
          isDisabled={reply.isYes}
        />
        <CheckBox
          label={t('packs.asks.withoutThese', { count: ask.questions })}
          isSelected={reply.isYes}
          onChange={(isYes) => onReply({ ...reply, isYes })}
        />
      </fieldset>
    )
  const words = ask.kind === 'leave-out' ? (`leaveOut.${ask.what}` as const) : 'numberAnswers'
  return (
    <CheckBox
      label={t(`packs.asks.${words}`, { count: ask.questions })}
      description={missing}
      isSelected={reply.isYes}
      onChange={(isYes) => onReply({ ...reply, isYes })}
    />
  )
}

function isDecided(ask: PackAsk, { isYes, text }: Reply): boolean {
  if (ask.kind === 'form') return text !== ''
  if (ask.kind === 'answers') return isYes || (answersInLines(text)?.length ?? 0) >= 2
  return isYes
}

/** What was decided before, with what is decided now. */
function decisionsOf(
  before: PackDecisions,
  asks: readonly PackAsk[],
  replyTo: (ask: PackAsk) => Reply,
): PackDecisions {
  const decisions: PackDecisions = {
    ...before,
    leaveOut: [...(before.leaveOut ?? [])],
    answers: [...(before.answers ?? [])],
  }
  for (const ask of asks) {
    const { isYes, text } = replyTo(ask)
    if (ask.kind === 'number-answers') decisions.numberAnswers = true
    else if (ask.kind === 'leave-out') decisions.leaveOut?.push(ask.what)
    else if (ask.kind === 'form') decisions.form = text
    else
      decisions.answers?.push({ address: ask.address, labels: isYes ? null : (answersInLines(text) ?? null) })
  }
  return decisions
}
