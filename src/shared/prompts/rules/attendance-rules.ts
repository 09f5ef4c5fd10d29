import { exampleFeatures } from '../example-record.ts'
import type { ClientFeatures, MissedFeature, UnratedFeature } from '../client-features.ts'
import type { Usual } from '../usual.ts'
import { betweenPeople, defineRule, otherIntervention } from '../rule.ts'
import { counted, ratingInWords } from '../wording.ts'
import { unusual, unusualDistance } from './unusual.ts'

const minimumUnrated = 3

/** Whether the rule about missing ratings applies: three sessions in a row, and the client did not prefer it so. */
export function isRatingMissing({ count, isDeclined }: UnratedFeature): boolean {
  return count >= minimumUnrated && !isDeclined
}

/** The sessions missed since one with an unusually low alliance rating, with that rating; null if the rule is silent. */
export function missedAfterLowRating(
  features: Pick<ClientFeatures, 'missed' | 'usual'>,
): (MissedFeature & { alliance: Usual }) | null {
  const alliance = unusual(features, 'client.alliance', 'below')
  return features.missed === null || alliance === null ? null : { ...features.missed, alliance }
}

/** The client has not rated any of the last three or more sessions. */
export const noClientRating = defineRule({
  id: 'no-client-rating',
  version: 2,
  repeatsNotes: true,
  title: 'No rating from the client lately',
  area: 'attendance',
  urgency: 2,
  rule: `The last ${String(minimumUnrated)} sessions held, or more, have no rating by the client, who in none of them was asked and preferred not to.`,
  condition: ({ unrated }) => (unrated !== null && isRatingMissing(unrated) ? unrated : null),
  because: ({ count, ratedSessions }) =>
    ratedSessions === 0
      ? `No rating by the client yet in ${counted(count, 'session')}.`
      : `No rating by the client for ${counted(count, 'session')}; there were ratings in ${counted(ratedSessions, 'session')} before.`,
  numbers: ({ count }) => [
    { label: 'Sessions in a row without a rating by the client', value: count, n: count },
  ],
  suggestion:
    'Would the client take a minute for it at the end of the next session? Whether they would rather not is worth hearing too.',
  cantTell:
    'After “I’d rather not” this rule is silent. A missing rating says nothing about how the client feels. The pooled studies are about collecting feedback in many forms, and their sizes, from 0.14 to 0.49, were read in a summary.',
  restsOn: [
    otherIntervention('norcross-lambert-2018/client-feedback'),
    betweenPeople('elliott-2018/client-perspective-strongest'),
  ],
  coolDownSessions: 6,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': [7, 6, 7, null, null, null] }),
    doesNot: () => exampleFeatures({ 'client.alliance': [7, 6, 7, 7, null, null] }),
  },
})

/** One or more sessions were missed right after one with an unusually low alliance rating. */
export const missedAfterFall = defineRule({
  id: 'missed-after-fall',
  version: 4,
  isAboutAlliance: true,
  event: 'session',
  title: 'Missed after a lower rating',
  area: 'attendance',
  urgency: 3,
  rule: `One or more sessions were missed since the last one held, and the client’s alliance in that one was below the client’s own usual ${unusualDistance}.`,
  condition: missedAfterLowRating,
  because: ({ count, lastHeldSession, alliance }) =>
    `${counted(count, 'session')} missed since session ${String(lastHeldSession)}, where the client’s alliance rating was ${ratingInWords(alliance.latest)}; the usual is ${ratingInWords(alliance.usual)} (${counted(alliance.usualRatings, 'earlier rating')}).`,
  numbers: ({ count, alliance }) => [
    { label: 'Sessions missed', value: count, n: count },
    { label: 'Client’s alliance in the last session held', value: alliance.latest, n: 1 },
    { label: 'Client’s usual alliance', value: alliance.usual, n: alliance.usualRatings },
  ],
  suggestion:
    'You could let them know that it is fine to come back and say if something was not right last time.',
  cantTell:
    'Sessions are missed for many reasons, and no study here shows that a missed session means a rupture. Thirteen clients, interviewed about therapies that had gone badly for them, said how hard concerns were to voice.',
  restsOn: ['knox-2022/hard-to-voice', betweenPeople('eubanks-2018/repair-outcome')],
  coolDownSessions: 2,
  supersedes: ['alliance-below-usual'],
  examples: {
    fires: () =>
      exampleFeatures(
        { 'client.alliance': [7.5, 7, 7.5, 8, 7.5, 7.5, 4.5] },
        { after: [{ status: 'no-show' }] },
      ),
    doesNot: () =>
      exampleFeatures(
        { 'client.alliance': [7.5, 7, 7.5, 8, 7.5, 7.5, 7] },
        { after: [{ status: 'no-show' }] },
      ),
  },
})
