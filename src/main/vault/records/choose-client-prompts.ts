import { leadCourse, type OverviewWithoutPrompts } from '#shared/overview/build-overview.ts'
import { featuresOf } from '#shared/prompts/features.ts'
import { promptScores } from '#shared/prompts/prompt-scores.ts'
import type { RecordedEpisode } from '#shared/prompts/prompt-record.ts'
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
  const features = featuresOf({
    ...overview,
    sessions: overview.sessions.map((session, index) => ({
      ...session,
      scores: promptScores(session.scores),
      feelings: feelings[index] ?? [],
    })),
    episodes: recordedEpisodes(overview),
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
      troughScore: values.troughScore,
      depth: values.depth,
      missed: missing.map(placeOf),
    })),
  )
}
