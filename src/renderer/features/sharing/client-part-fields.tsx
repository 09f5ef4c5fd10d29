import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import type { ClientPart } from '#shared/sharing/share-choice.ts'
import type { ShareableDetail } from '#shared/sharing/shared-client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { usualSeries } from './share-form.ts'

interface PartProps {
  readonly code: string
  readonly part: ClientPart
  readonly onChange: (changes: Partial<ClientPart>) => void
}

/** Chooses what of one client is shared: the question, scales, sessions, and what is usually left out. */
export function ClientPartFields(props: PartProps) {
  const { t } = useTranslation()
  const { clientId } = props.part
  return (
    <fieldset className={stackClass({ gap: 16 })} aria-label={props.code}>
      <Drafted form="share-question" subject={clientId} clientId={clientId} schema={noteDraftSchema}>
        {(draft) => <QuestionField {...props} draft={draft} />}
      </Drafted>
      <Loaded query={useAsk('sharing.ofClient', { clientId })} loading={t('sharing.loading')}>
        {(detail) => (
          <>
            <ScaleFields {...props} detail={detail} />
            <SessionFields {...props} numbers={detail.sessions} />
            <CheckBox
              label={t('sharing.client.ruptures')}
              description={t('sharing.client.rupturesAbout')}
              isSelected={props.part.withRuptures}
              onChange={(withRuptures) => props.onChange({ withRuptures })}
            />
          </>
        )}
      </Loaded>
      <ExtraFields {...props} />
    </fieldset>
  )
}

function QuestionField({ code, part, onChange, draft }: PartProps & { draft: FormDraft<NoteDraft> }) {
  const { t } = useTranslation()
  const takeDraft = useEffectEvent(() => {
    if (draft.found !== null) onChange({ question: draft.found.typed.note })
  })
  useEffect(() => takeDraft(), [])
  return (
    <>
      <LimitedField
        label={t('sharing.client.question', { code })}
        description={t('sharing.client.questionAbout')}
        value={part.question}
        onChange={(question) => {
          onChange({ question })
          draft.keep({ note: question })
        }}
        limit={bundleLimits.question}
        multiline
        rows={2}
      />
      <DraftNote draft={draft} />
    </>
  )
}

function ScaleFields({ code, part, onChange, detail }: PartProps & { detail: ShareableDetail }) {
  const { t } = useTranslation()
  const chosen = part.series ?? usualSeries(detail)
  return (
    <fieldset aria-label={t('sharing.client.scales', { code })} className={stackClass({ gap: 8 })}>
      <p className={common['strong']}>{t('sharing.client.scales', { code })}</p>
      {detail.series.length === 0 ? <p className={common['note']}>{t('sharing.client.noScales')}</p> : null}
      {detail.series.map(({ id, title, instrumentTitle, sessions }) => (
        <CheckBox
          key={id}
          label={t('sharing.client.scale', {
            title: title === instrumentTitle ? title : `${instrumentTitle}: ${title}`,
            count: sessions,
          })}
          isSelected={chosen.includes(id)}
          onChange={(isChosen) =>
            onChange({
              series: detail.series
                .map((each) => each.id)
                .filter((each) => (each === id ? isChosen : chosen.includes(each))),
            })
          }
        />
      ))}
    </fieldset>
  )
}

const usualCount = 10

function SessionFields({ code, part, onChange, numbers }: PartProps & { numbers: readonly number[] }) {
  const { t } = useTranslation()
  const { sessions } = part
  const first = numbers[0] ?? 1
  const last = numbers.at(-1) ?? 1
  const [count, setCount] = useState(usualCount)
  return (
    <div className={stackClass({ gap: 8 })}>
      <ChoiceGroup
        label={t('sharing.client.sessions', { code })}
        options={[
          { value: 'all', label: t('sharing.client.all', { count: numbers.length }) },
          { value: 'last', label: t('sharing.client.last') },
          { value: 'range', label: t('sharing.client.range') },
        ]}
        value={sessions.kind}
        onChange={(kind) => {
          if (kind === 'last') onChange({ sessions: { kind, count } })
          else if (kind === 'range') onChange({ sessions: { kind, from: first, to: last } })
          else onChange({ sessions: { kind: 'all' } })
        }}
      />
      {sessions.kind === 'last' ? (
        <NumberEntry
          label={t('sharing.client.lastCount')}
          value={sessions.count}
          minimum={1}
          maximum={bundleLimits.sessions}
          onChange={(next) => {
            const chosen = next ?? usualCount
            setCount(chosen)
            onChange({ sessions: { kind: 'last', count: chosen } })
          }}
        />
      ) : null}
      {sessions.kind === 'range' ? (
        <Stack direction="row" gap={16} lineGap={8}>
          <NumberEntry
            label={t('sharing.client.from')}
            value={sessions.from}
            minimum={1}
            onChange={(from) => onChange({ sessions: { ...sessions, from: from ?? first } })}
          />
          <NumberEntry
            label={t('sharing.client.to')}
            value={sessions.to}
            minimum={1}
            onChange={(to) => onChange({ sessions: { ...sessions, to: to ?? last } })}
          />
        </Stack>
      ) : null}
    </div>
  )
}

function ExtraFields({ part, onChange }: PartProps) {
  const { t } = useTranslation()
  return (
    <fieldset aria-label={t('sharing.client.extras')} className={stackClass({ gap: 8 })}>
      <p className={common['strong']}>{t('sharing.client.extras')}</p>
      <CheckBox
        label={t('sharing.client.dates')}
        description={t('sharing.client.datesAbout')}
        isSelected={part.withDates}
        onChange={(withDates) => onChange({ withDates })}
      />
      <CheckBox
        label={t('sharing.client.notes')}
        isSelected={part.withNotes}
        onChange={(withNotes) => onChange({ withNotes })}
      />
      <CheckBox
        label={t('sharing.client.words')}
        isSelected={part.withWords}
        onChange={(withWords) => onChange({ withWords })}
      />
      <CheckBox
        label={t('sharing.client.agreements')}
        isSelected={part.withAgreements}
        onChange={(withAgreements) => onChange({ withAgreements })}
      />
    </fieldset>
  )
}
