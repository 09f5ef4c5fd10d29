import type { ClientFeatures, EpisodeFeature } from '../client-features.ts'
import { fallParameters } from '../../rule-settings/rule-parameters.ts'
import { exampleFeatures } from '../example-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { betweenPeople, defineRule, otherIntervention } from '../rule.ts'
import { counted, ratingInWords } from '../wording.ts'

const recentSessions = 3
const unrepairedSessions = 8

// Level at 7.5 or so, then a fall to 4.5.
const fallen = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5]
const noted = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution: 'unresolved',
} as const

type FoundEpisode = EpisodeFeature & { sessionNumber: number }

function newestClientRupture(
  { episodes }: ClientFeatures,
  isMeant: (episode: EpisodeFeature) => boolean,
): FoundEpisode | null {
  const episode = episodes.find((candidate) => candidate.rater === 'client' && candidate.level === 'rupture')
  return episode !== undefined && isMeant(episode)
    ? { ...episode, sessionNumber: episode.troughSession }
    : null
}

function fall({ reference, ratingsInReference, troughScore, troughSession }: FoundEpisode): string {
  const from = `from about ${ratingInWords(reference)} (${counted(ratingsInReference, 'rating')})`
  return `The client’s alliance rating dropped ${from} to ${ratingInWords(troughScore)} in session ${String(troughSession)}`
}

function episodeNumbers(episode: FoundEpisode): PromptNumber[] {
  const { reference, ratingsInReference, troughScore, depth, ratingsBefore } = episode
  return [
    { label: 'Client’s alliance before the drop', value: reference, n: ratingsInReference },
    { label: 'Client’s alliance at its lowest', value: troughScore, n: 1 },
    { label: 'Depth of the drop, in times the usual ups and downs', value: depth, n: ratingsBefore + 1 },
  ]
}

/** The client's alliance rating has fallen to rupture level and has not recovered yet. */
export const ruptureEpisodeOpen = defineRule({
  id: 'rupture-episode-open',
  version: 6,
  isAboutAlliance: true,
  event: 'session',
  title: 'A drop that is still open',
  area: 'rupture',
  urgency: 3,
  rule: ({ ratingsBeforeFall, ruptureSpreads }) =>
    `The newest drop in the client’s alliance that you have not closed, found by Attune rule 1, is at rupture level (at least ${String(ruptureSpreads)} spreads deep, and more with few ratings) and still open. Attune rule 1 needs at least ${String(ratingsBeforeFall)} ratings before a drop.`,
  dependsOn: fallParameters,
  condition: (features) => newestClientRupture(features, ({ state }) => state === 'open'),
  because: (episode) => `${fall(episode)} and has not recovered yet.`,
  numbers: episodeNumbers,
  suggestion: 'You could ask how that session was for them. What would have made it better?',
  cantTell:
    'A lower rating can have many reasons, and not every drop is a rupture. Repair goes with better outcome in 11 pooled studies; that does not show that it brings it about. Training therapists in repair made no significant difference in six.',
  restsOn: [
    betweenPeople('eubanks-2018/repair-outcome'),
    otherIntervention('eubanks-2018/training-none'),
    betweenPeople('babl-2022/rupture-intensity-alliance'),
  ],
  coolDownSessions: 2,
  supersedes: ['alliance-below-usual'],
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': fallen }, { newest: { ruptureNote: noted } }),
    doesNot: () => exampleFeatures({ 'client.alliance': [...fallen.slice(0, -1), 6.5] }),
  },
})

/** A fall to rupture level, in one of the last three sessions, that nobody noted. */
export const ruptureDetectedNotReported = defineRule({
  id: 'rupture-detected-not-reported',
  version: 6,
  isAboutAlliance: true,
  event: 'session',
  title: 'A drop that nobody noted',
  area: 'rupture',
  urgency: 3,
  rule: `The newest drop in the client’s alliance that you have not closed, found by Attune rule 1, is at rupture level, has its lowest point in one of the last ${String(recentSessions)} sessions, and no rupture was noted in it.`,
  dependsOn: fallParameters,
  condition: (features) =>
    newestClientRupture(
      features,
      ({ isReported, sessionsSinceTrough }) => !isReported && sessionsSinceTrough < recentSessions,
    ),
  because: (episode) => `${fall(episode)}, and no rupture was noted.`,
  numbers: episodeNumbers,
  suggestion: 'Did you notice something in that session? You could ask how it was for them.',
  cantTell:
    'The ratings can fall for reasons outside the room: in another study they fell between sessions and rose within them. In the study behind this, trained observers judged the ruptures from video, so neither a rating nor a note is the same thing.',
  restsOn: [
    betweenPeople('babl-2022/rupture-intensity-alliance'),
    'zlotnick-2020/fall-unreliable',
    betweenPeople('eubanks-2018/repair-outcome'),
  ],
  coolDownSessions: 2,
  supersedes: ['rupture-episode-open', 'rupture-episode-unrepaired', 'alliance-below-usual'],
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': fallen }),
    doesNot: () => exampleFeatures({ 'client.alliance': fallen }, { newest: { ruptureNote: noted } }),
  },
})

/** The newest fall to rupture level was not repaired within its window. */
export const ruptureEpisodeUnrepaired = defineRule({
  id: 'rupture-episode-unrepaired',
  version: 6,
  isAboutAlliance: true,
  title: 'A drop that has not fully recovered',
  area: 'rupture',
  urgency: 2,
  rule: `The newest drop in the client’s alliance that you have not closed, found by Attune rule 1, is at rupture level, ended unrepaired or partly repaired, and has its lowest point no more than ${String(unrepairedSessions)} sessions back.`,
  dependsOn: fallParameters,
  condition: (features) =>
    newestClientRupture(
      features,
      ({ state, sessionsSinceTrough }) =>
        (state === 'unrepaired' || state === 'partly-repaired') && sessionsSinceTrough <= unrepairedSessions,
    ),
  because: (episode) =>
    episode.state === 'unrepaired'
      ? `${fall(episode)} and did not recover in the sessions after it.`
      : `${fall(episode)} and has recovered only in part.`,
  numbers: episodeNumbers,
  suggestion:
    'You could come back to that time together, if it fits. Is there something about the goals or the way of working that would be worth agreeing on again?',
  cantTell:
    'The level may have settled for good reasons. The pooled studies look at repair and outcome across clients; they say nothing about when a repair is due. Training therapists in repair made no significant difference in six.',
  restsOn: [
    betweenPeople('eubanks-2018/repair-outcome'),
    otherIntervention('eubanks-2018/training-none'),
    betweenPeople('norcross-lambert-2018/goal-consensus'),
  ],
  coolDownSessions: 4,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': [...fallen, 5, 5, 5] }),
    doesNot: () => exampleFeatures({ 'client.alliance': [...fallen, 7, 7.5, 7.5] }),
  },
})
