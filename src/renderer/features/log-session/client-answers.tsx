import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { InstrumentScale } from '#shared/instruments/instrument-scale.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Answers, MissingReason } from '#shared/instruments/response.ts'
import { scoreResponse, type ScaleScore } from '#shared/instruments/score.ts'
import { isAnythingAnswered, pairedExperience, pairedItems } from '#shared/overview/paired-items.ts'
import type { StoredSessionLog, Response, SessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { dayOf } from '#renderer/lib/dates.ts'
import { listInWords } from '#renderer/lib/lists.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { PairTable } from './pair-table.tsx'
import { formIds, type FindInstrument } from './use-instruments.ts'
import common from '#renderer/ui/common.module.css'

/**
 * The client's answers about working together and the session, then all other forms. Emotions and words are elsewhere.
 */
export function ClientAnswers({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: FindInstrument
}) {
  const { t } = useTranslation()
  const { allianceClient } = ownInstruments
  const pairs = [
    { of: 'alliance', items: pairedItems(stored, findInstrument, allianceClient, formIds.alliance) },
    { of: 'experience', items: pairedExperience(stored, findInstrument) },
  ] as const
  const answered = pairs.filter(({ items }) => isAnythingAnswered(items))
  const others = otherForms(stored)
  return (
    <>
      <FromPaper stored={stored} findInstrument={findInstrument} />
      {answered.map(({ of, items }) => (
        <PairTable key={of} caption={t(`logSession.compare.${of}`)} items={items} kind="ratings" />
      ))}
      {others.map((response) => (
        <AnsweredForm key={response.id} response={response} findInstrument={findInstrument} />
      ))}
      {answered.length === 0 && others.length === 0 ? (
        <p className={common['muted']}>{t('logSession.client.noOtherAnswers')}</p>
      ) : null}
    </>
  )
}

/** Which forms the therapist entered from paper, and on which day; nothing if the client answered on the screen. */
function FromPaper({ stored, findInstrument }: { stored: StoredSessionLog; findInstrument: FindInstrument }) {
  const { t } = useTranslation()
  const entered = stored.responses.flatMap(({ instrumentId, fromPaperAt }) =>
    fromPaperAt === null
      ? []
      : [{ day: dayOf(fromPaperAt), form: findInstrument(instrumentId)?.title ?? instrumentId }],
  )
  return [...Map.groupBy(entered, ({ day }) => day)].map(([date, forms]) => (
    <p key={date} className={common['note']}>
      {t('paperEntry.read', { date, forms: forms.map(({ form }) => form) })}
    </p>
  ))
}

/** One form in the version that was answered: its scores first, then item by item. Closed at first. */
export function AnsweredForm({
  response,
  findInstrument,
}: {
  response: Response
  findInstrument: FindInstrument
}) {
  const { t } = useTranslation()
  const instrument = findInstrument(response.instrumentId, response.instrumentVersion)
  const name = findInstrument(response.instrumentId)?.title ?? response.instrumentId
  const title = t('logSession.forms.title', { form: name, version: response.instrumentVersion })
  return (
    <Disclosure title={title}>
      {instrument ? (
        <FormAnswers instrument={instrument} response={response} caption={title} />
      ) : (
        <p>
          {t('logSession.forms.versionGone', {
            version: response.instrumentVersion,
            count: Object.values(response.answers).filter(({ value }) => value !== null).length,
          })}
        </p>
      )}
    </Disclosure>
  )
}

function FormAnswers({
  instrument,
  response,
  caption,
}: {
  instrument: Instrument
  response: Response
  caption: string
}) {
  const { t } = useTranslation()
  const scores = scoreResponse(instrument, response.answers)
  const words = (instrument.words ?? []).filter(({ id }) => response.words.includes(id))
  return (
    <Stack gap={12}>
      {instrument.scales.map((scale) => {
        const score = scores[scale.id]
        return score ? <p key={scale.id}>{scoreInWords(scale, score, t)}</p> : null
      })}
      <Table
        caption={caption}
        isCaptionHidden
        rows={answeredItems(instrument, response.answers)}
        rowId={({ item }) => item.id}
        columns={[
          {
            id: 'item',
            header: t('logSession.compare.item'),
            cell: ({ item }) => item.text,
            isRowHeader: true,
          },
          { id: 'answer', header: t('logSession.forms.answer'), cell: (row) => answerInWords(row, t) },
          {
            id: 'number',
            header: t('logSession.forms.number'),
            cell: ({ value }) => value ?? t('logSession.forms.noNumber'),
            align: 'end',
          },
        ]}
      />
      {words.length === 0 ? null : (
        <p>{t('logSession.forms.words', { words: listInWords(words.map(({ text }) => text)) })}</p>
      )}
    </Stack>
  )
}

/** The score with its range and direction, and how many answers it rests on if some are missing. */
function scoreInWords(scale: InstrumentScale, score: ScaleScore, t: TFunction): string {
  const { title, minimum, maximum, direction, missing } = scale
  const { value, answered, items, isProrated } = score
  const range = t('logSession.forms.range', {
    minimum,
    maximum,
    direction: t(`logSession.forms.direction.${direction}`),
  })
  const result =
    value === null
      ? t('logSession.forms.noScore', { scale: title, answered, items, least: missing.minimumAnswered })
      : t('logSession.forms.score', { scale: title, value })
  const basis = isProrated ? [t('logSession.forms.prorated', { answered, items })] : []
  return [result, range, ...basis].join(' ')
}

/** The answer's own words, or the ends of its scale, or why there is no answer. */
function answerInWords({ item, value, reason }: AnsweredItem, t: TFunction): string {
  if (value === null)
    return reason ? t(`logSession.client.reasons.${reason}`) : t('logSession.compare.notRated')
  const { anchors, labels, minimum, maximum, reversed } = item
  const words = anchors
    ? t('logSession.forms.between', { minimum, maximum, low: anchors.minimum, high: anchors.maximum })
    : (labels?.find((label) => label.value === value)?.text ?? '')
  return reversed ? t('logSession.forms.reversed', { words }) : words
}

/** One item as it was asked; the number is null if there is no answer, and `reason` says why if known. */
interface AnsweredItem {
  readonly item: InstrumentItem
  readonly value: number | null
  readonly reason: MissingReason | null
}

/** The client's forms that are shown beside the therapist's, and so have places of their own. */
const pairedForms: readonly string[] = [
  ownInstruments.allianceClient,
  ownInstruments.sessionExperience,
  ownInstruments.emotionsClient,
]

/** The client's responses to all other forms, in stored order. */
function otherForms({ responses }: Pick<SessionLog, 'responses'>): Response[] {
  return responses.filter(
    ({ rater, instrumentId }) => rater === 'client' && !pairedForms.includes(instrumentId),
  )
}

/** Every item of a form in order, with its answer. */
function answeredItems({ items }: Instrument, answers: Answers): AnsweredItem[] {
  return items.map((item) => {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    return { item, value: answer?.value ?? null, reason: answer?.missingReason ?? null }
  })
}
