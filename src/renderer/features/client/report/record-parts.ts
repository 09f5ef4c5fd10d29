import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import { chosenWords } from '#shared/overview/feeling-words.ts'
import type { Response, StoredSessionLog } from '#shared/records/session-log.ts'
import { dayAndTimeOf, dayInWords, dayOf, timeOfDayInWords } from '#renderer/lib/dates.ts'
import { factsOfTherapy } from './course-parts.ts'
import { heading, text, typed, type ReportBlock, type ReportFact } from './report.ts'
import { sessionHeading, type ReportSource } from './report-source.ts'
import { formPlanBlocks } from './form-plans-part.ts'
import { ownRatingBlocks, ownWordsBlocks } from './own-words-part.ts'
import { closingBlocks, eventList, ruptureBlocks } from './session-parts.ts'

/** What is kept about the client beside the sessions. */
export function personPart(source: ReportSource): ReportBlock[] {
  const { record, t } = source
  const { code, usualDurationMinutes: usual, createdAt, notes } = record.client
  const facts: ReportFact[] = [
    { name: t('reports.paper.facts.code'), text: code },
    ...factsOfTherapy(source),
    ...(usual === null
      ? []
      : [
          {
            name: t('reports.paper.facts.usual'),
            text: t('reports.paper.facts.minutes', { count: usual }),
          },
        ]),
    { name: t('reports.paper.facts.added'), text: dayOf(createdAt) },
  ]
  return [
    { kind: 'facts', facts },
    ...(notes === '' ? [] : [heading(3, t('reports.paper.facts.notes')), typed(notes)]),
    ...ownWordsBlocks(record.ownWords, t),
    ...formPlanBlocks(record.formPlans, t),
  ]
}

/** Every session with each question, its answer and its label, all that was written, and every earlier version. */
export function everythingPart(source: ReportSource): ReportBlock[] {
  const { record, t } = source
  if (record.sessions.length === 0) return [text(t('reports.paper.noSessions'))]
  const versions = Map.groupBy(record.versions, ({ session }) => session.id)
  return record.sessions.flatMap((log) => [
    heading(3, sessionHeading(log, t)),
    ...sessionBlocks(log, source),
    ...closingBlocks(log, record, t),
    ...record.saidTogether
      .filter(({ sessionId }) => sessionId === log.session.id)
      .flatMap(({ said }) => [text(t('reports.paper.everything.together')), typed(said)]),
    ...ownRatingBlocks(record.ownWords, log.session.id, t),
    ...(versions.get(log.session.id) ?? []).flatMap((version) => [
      heading(
        4,
        t('reports.paper.everything.version', {
          revision: version.revision,
          at: dayAndTimeOf(version.savedAt),
        }),
      ),
      ...sessionBlocks(version, source),
    ]),
  ])
}

/** Decisions about the record, and where the rest of what is kept can be read. */
export function decisionsPart({ record, t }: ReportSource): ReportBlock[] {
  const { kept, drafts, hiddenRatings } = record
  return [
    ...(kept === null
      ? []
      : [text(t('reports.paper.decisions.kept', { date: dayInWords(kept.until), reason: kept.reason }))]),
    ...(drafts === 0 ? [] : [text(t('reports.paper.decisions.drafts', { count: drafts }))]),
    ...(hiddenRatings === 0 ? [] : [text(t('reports.paper.decisions.hidden', { count: hiddenRatings }))]),
    text(t('reports.paper.decisions.log')),
  ]
}

function sessionBlocks(log: StoredSessionLog, source: ReportSource): ReportBlock[] {
  const { session, ruptureNote, events, responses, hasHiddenEmotions } = log
  const { t } = source
  const named = (name: string, blocks: readonly ReportBlock[]): ReportBlock[] => [text(`${name}:`), ...blocks]
  return [
    ...factsOfSession(log, source),
    ...(hasHiddenEmotions ? [text(t('reports.paper.everything.hidden'))] : []),
    ...(responses.length === 0
      ? [text(t('reports.paper.everything.noAnswers'))]
      : [
          text(`${t('reports.paper.everything.answers')}:`),
          ...responses.map((response) => answersOf(response, source)),
        ]),
    ...responses
      .filter(({ comment }) => comment !== '')
      .flatMap((response) =>
        named(`${t('reports.paper.everything.comment')}, ${formName(response, source)}`, [
          typed(response.comment),
        ]),
      ),
    ...(ruptureNote === null ? [] : named(t('reports.paper.rupture.title'), ruptureBlocks(ruptureNote, t))),
    ...(events.length === 0 ? [] : named(t('reports.paper.everything.events'), [eventList(log, t)])),
    ...(session.notes === '' ? [] : named(t('reports.paper.everything.notes'), [typed(session.notes)])),
  ]
}

function factsOfSession({ session, savedAt }: StoredSessionLog, { t }: ReportSource): ReportBlock[] {
  const { status, date, timeOfDay, modality, durationMinutes, closedAt, guess } = session
  const facts = [
    dayInWords(date),
    ...(timeOfDay === null ? [] : [timeOfDayInWords(timeOfDay)]),
    t(`reports.paper.sessions.statuses.${status}`),
    t(`reports.paper.everything.places.${modality}`),
    ...(durationMinutes === null ? [] : [t('reports.paper.facts.minutes', { count: durationMinutes })]),
    t(`reports.paper.everything.guesses.${guess}`),
  ]
  const moments = [
    t('reports.paper.everything.saved', { at: dayAndTimeOf(savedAt) }),
    ...(closedAt === null ? [] : [t('reports.paper.everything.closed', { at: dayAndTimeOf(closedAt) })]),
  ]
  return [text(facts.join(' · ')), { kind: 'note', text: moments.join(' ') }]
}

/**
 * A form in one paragraph with a line for each answer. Chromium takes a third of the time for it that it takes for a
 * table, and a record has thousands of answers.
 */
function answersOf(response: Response, source: ReportSource): ReportBlock {
  const { t, find } = source
  const { instrumentId, instrumentVersion, answers, fromPaperAt } = response
  const instrument = find(instrumentId, instrumentVersion)
  const form = formName(response, source)
  const name =
    fromPaperAt === null ? form : t('reports.paper.everything.fromPaper', { form, date: dayOf(fromPaperAt) })
  if (instrument === null) {
    const lines = Object.entries(answers).map(([id, { value, missingReason }]) =>
      lineOf(id, value === null ? missing(missingReason, t) : t('reports.paper.value', { value })),
    )
    return { kind: 'answers', name, lines }
  }
  const picked = chosenWords(response, find)
  return {
    kind: 'answers',
    name,
    lines: [
      ...instrument.items.flatMap((item) => {
        // An item may have the id "constructor", which every object inherits.
        const given = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
        return given === undefined ? [] : [lineOf(item.text, answerInWords(item, given, t))]
      }),
      ...scoresOf(instrument, response, t),
      ...(picked.length === 0 ? [] : [lineOf(t('reports.paper.everything.picked'), picked.join(', '))]),
    ],
  }
}

function scoresOf(instrument: Instrument, { answers }: Response, t: ReportSource['t']): string[] {
  const scores = scoreResponse(instrument, answers)
  return instrument.scales.flatMap(({ id, title, items, minimum, maximum }) => {
    // The score of one question says what its answer says.
    if (items.length === 1) return []
    const value = scores[id]?.value ?? null
    const words =
      value === null
        ? t('reports.paper.everything.noScore')
        : t('reports.paper.everything.scoreValue', { value, minimum, maximum })
    return [lineOf(t('reports.paper.everything.score', { scale: title }), words)]
  })
}

function lineOf(question: string, answer: string): string {
  return `${question} – ${answer}`
}

function answerInWords(
  { labels, anchors, minimum, maximum }: InstrumentItem,
  { value, missingReason }: Response['answers'][string],
  t: ReportSource['t'],
): string {
  if (value === null) return missing(missingReason, t)
  const label = labels?.find((each) => each.value === value)?.text
  if (label !== undefined) return t('reports.paper.everything.withLabel', { label, value })
  if (anchors === undefined) return t('reports.paper.value', { value })
  return t('reports.paper.everything.withAnchors', {
    value,
    minimum,
    maximum,
    low: anchors.minimum,
    high: anchors.maximum,
  })
}

function missing(reason: Response['answers'][string]['missingReason'], t: ReportSource['t']): string {
  return t(`reports.paper.everything.missing.${reason ?? 'not-asked'}`)
}

function formName(
  { instrumentId, instrumentVersion: version, rater, occasion }: Response,
  { find, t }: ReportSource,
): string {
  const form = find(instrumentId, version)
  const words = {
    form: form?.title ?? instrumentId,
    version,
    rater: t(`reports.paper.everything.raters.${rater}`),
    occasion: t(`reports.paper.everything.occasions.${occasion}`),
  }
  return t(form === null ? 'reports.paper.everything.formGone' : 'reports.paper.everything.form', words)
}
