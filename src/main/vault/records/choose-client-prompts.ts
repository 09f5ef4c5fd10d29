import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { ratingsInReference } from '#shared/analytics/rupture-episodes.ts'
import { leadCourse, type OverviewWithoutPrompts } from '#shared/overview/build-overview.ts'
import { closedIn } from '#shared/overview/open-matters.ts'
import { featuresOf } from '#shared/prompts/features.ts'
import {
  hasClientScore,
  ownAlliance,
  promptScores,
  type AllianceSeriesIds,
} from '#shared/prompts/prompt-scores.ts'
import { ownAllianceScale, type AllianceScale, type RecordedEpisode } from '#shared/prompts/prompt-record.ts'
import { articlesRestedOn } from '#shared/prompts/prompt-evidence.ts'
import { rules } from '#shared/prompts/rules/rules.ts'
import { choosePrompts, type ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { Records } from './records.ts'

/**
 * Chooses the prompts for a client from the data of the client's page and the therapist's words for their own feelings,
 * session by session. An ended therapy gets none, because there is no next session to prepare.
 */
export function chooseClientPrompts(
  {
    articles,
    answers,
    switchedOff,
  }: Pick<Records, 'articles' | 'switchedOff'> & { readonly answers: Pick<Records['answers'], 'past'> },
  overview: OverviewWithoutPrompts,
  feelings: readonly (readonly string[])[],
): ChosenPrompts {
  const { client, parameters } = overview
  const lead = leadingAlliance(overview)
  const features = featuresOf({
    ...overview,
    alliance: lead.scale,
    sessions: overview.sessions.map((session, index) => ({
      ...session,
      scores: promptScores(session.scores, lead.ids),
      isRatedByClient: hasClientScore(session.scores),
      feelings: feelings[index] ?? [],
    })),
    episodes: recordedEpisodes(overview),
    closed: closedIn(overview),
  })
  if (client.status === 'ended')
    return { applying: [], folded: [], shown: 0, currentSession: features.currentSession }
  return choosePrompts({
    rules,
    features,
    parameters,
    articles: articlesRestedOn(rules, articles.all()),
    answers: answers.past(client.id),
    switchedOff: new Set(switchedOff.all().keys()),
  })
}

/** The series of the alliance that leads the page, and its scale; Attune's own if none leads. */
function leadingAlliance(overview: OverviewWithoutPrompts): { ids: AllianceSeriesIds; scale: AllianceScale } {
  const course = leadCourse(overview)
  const series = overview.series.find(({ id }) => id === course?.client)
  if (course === null || series === undefined) return { ids: ownAlliance, scale: ownAllianceScale }
  const { minimum, maximum, step, title, instrumentTitle } = series
  const isOwn = series.instrumentId === ownInstruments.allianceClient
  const name = isOwn ? null : `“${title}” in “${instrumentTitle}”`
  return {
    // On another metric, the therapist's points can't be compared with the client's.
    ids: { client: course.client, therapist: course.isSameMetric ? course.therapist : null },
    scale: { minimum, maximum, step, name },
  }
}

/** The falls in the series that leads the page, of both raters, by the places of their sessions. */
function recordedEpisodes(overview: OverviewWithoutPrompts): RecordedEpisode[] {
  const course = leadCourse(overview)
  if (course === null) return []
  const places = new Map(overview.sessions.map(({ number }, place) => [number, place]))
  const placeOf = (number: number) => places.get(number) ?? 0
  return (['client', 'therapist'] as const).flatMap((rater) =>
    course.episodes[rater].map(({ at, values, verdict, missing }) => ({
      rater,
      ...verdict,
      peak: placeOf(at.peak),
      trough: placeOf(at.trough),
      end: at.end === null ? null : placeOf(at.end),
      reference: values.reference,
      ratingsInReference: ratingsInReference(values.peakScore, { value: values.meanToPeak, n: values.meanN }),
      troughScore: values.troughScore,
      depth: values.depth,
      missed: missing.map(placeOf),
    })),
  )
}
