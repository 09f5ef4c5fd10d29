import type { OwnFeatures, OwnScaleFeature } from '../own-features.ts'
import { ownFeaturesOf } from '../own-features.ts'
import type { OwnScale } from '../own-record.ts'
import { betweenPeople, defineOwnRule } from '../rule.ts'
import { inWords } from '../wording.ts'

const middleOfScale = 5

function below(scale: OwnScaleFeature | undefined): OwnScaleFeature | null {
  return scale !== undefined && scale.latest < middleOfScale ? scale : null
}

type Meeting = { sessionNumber: number; relationship: number | null; openness: number | null }

function hardMeeting({ scales }: OwnFeatures): Meeting | null {
  const relationship = below(scales['supervisory-relationship'])
  const openness = below(scales['openness'])
  const sessionNumber = Math.max(relationship?.sessionNumber ?? 0, openness?.sessionNumber ?? 0)
  if (sessionNumber === 0) return null
  // The two belong to one meeting only if they were rated in the same check.
  const inNewest = (scale: OwnScaleFeature | null) =>
    scale !== null && scale.sessionNumber === sessionNumber ? scale.latest : null
  return { sessionNumber, relationship: inNewest(relationship), openness: inNewest(openness) }
}

const rated = (scores: Partial<Record<OwnScale, number>>) => () =>
  ownFeaturesOf({ checks: [{ scores }], earlier: 0 })

/** The supervisory relationship, or the openness in it, was rated in the lower half of the scale. */
export const supervisionRelationship = defineOwnRule({
  id: 'supervision-relationship',
  version: 2,
  title: 'What supervision has room for',
  area: 'supervision',
  urgency: 2,
  rule: `In your newest rating of supervision, working well together or being able to bring what was hardest for you is below ${String(middleOfScale)}, the middle of the scale.`,
  condition: hardMeeting,
  because: ({ relationship, openness }) => {
    const parts = [
      ...(relationship === null ? [] : [`working well together at ${inWords(relationship)}`]),
      ...(openness === null ? [] : [`being able to bring what was hardest for you at ${inWords(openness)}`]),
    ]
    return `In your newest rating of supervision you put ${parts.join(' and ')}.`
  },
  numbers: ({ relationship, openness }) => [
    ...(relationship === null ? [] : [{ label: 'Supervisory relationship', value: relationship, n: 1 }]),
    ...(openness === null ? [] : [{ label: 'Openness', value: openness, n: 1 }]),
  ],
  suggestion:
    'You could bring just that: what would you need for the hard things to have a place there? If your supervisor also assesses you, you could take it to another person first.',
  cantTell:
    'A better supervisory relationship went with less burnout among 346 health professionals. All was asked once and of the supervisees only, so the direction can’t be told. The middle of the scale is no norm.',
  restsOn: [
    betweenPeople('hiebler-ragger-2021/supervision-burnout'),
    betweenPeople('hiebler-ragger-2021/supervision-coherence'),
  ],
  coolDownSessions: 2,
  examples: {
    fires: rated({ 'supervisory-relationship': 6, openness: 3 }),
    doesNot: rated({ 'supervisory-relationship': 6, openness: 7 }),
  },
})

/** The therapist rated a supervision meeting as not very useful. */
export const supervisionUsefulness = defineOwnRule({
  id: 'supervision-usefulness',
  version: 2,
  title: 'What to try out in supervision',
  area: 'supervision',
  urgency: 1,
  rule: `In your newest rating of supervision, its use for your work with clients is below ${String(middleOfScale)}, the middle of the scale.`,
  condition: ({ scales }) => below(scales['usefulness']),
  because: ({ latest }) =>
    `In your newest rating of supervision you put its use for your clients at ${inWords(latest)}.`,
  numbers: ({ latest }) => [{ label: 'Usefulness of supervision', value: latest, n: 1 }],
  suggestion:
    'You could bring one difficult moment and try it out together, instead of talking about a whole case.',
  cantTell:
    'Among 19 trainees, neither years in practice nor the amount of supervision went with more interpersonal skill. That is a reason not to count on time alone; so few people say little about what would help.',
  restsOn: [
    betweenPeople('wolfer-2021/experience-none'),
    betweenPeople('cologon-2017/reflective-functioning-outcome'),
  ],
  coolDownSessions: 3,
  examples: { fires: rated({ usefulness: 3 }), doesNot: rated({ usefulness: 6 }) },
})
