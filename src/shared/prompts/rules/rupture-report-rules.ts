import type { RuptureReportFeature } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { fallParameters } from '../../rule-settings/rule-parameters.ts'
import { betweenPeople, defineRule, otherIntervention } from '../rule.ts'
import { usualMinimumRatings } from '../usual.ts'
import { counted, inWords, ratingInWords } from '../wording.ts'

const withdrawal = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution: 'unresolved',
} as const
const confrontation = { ...withdrawal, isWithdrawal: false, isConfrontation: true } as const

const level = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 7.5]

function notedNumbers({ intensity }: RuptureReportFeature): PromptNumber[] {
  return intensity === null
    ? [{ label: 'Rupture noted', value: 1, n: 1 }]
    : [{ label: 'How strong the rupture was, 0 to 10', value: intensity, n: 1 }]
}

function intensityWords({ intensity }: RuptureReportFeature): string {
  return intensity === null ? '' : `, ${inWords(intensity)} out of 10 in strength`
}

/** In the words of the log; a note without a resolution does not count as open. */
function resolutionWords({ resolution }: RuptureReportFeature): string {
  if (resolution === 'partly') return 'and marked as partly repaired'
  return resolution === 'unresolved' ? 'and marked as still open' : 'and not marked as repaired'
}

/** A rupture was noted, and the client's alliance rating does not show it. */
export const ruptureReportedNotDetected = defineRule({
  id: 'rupture-reported-not-detected',
  version: 5,
  isAboutAlliance: true,
  event: 'session',
  title: 'A rupture the rating does not show',
  area: 'rupture',
  urgency: 2,
  rule: ({ ratingsBeforeFall }) =>
    `A rupture that you have not closed was noted in the newest session, the client rated the alliance in it and in at least ${String(Math.max(usualMinimumRatings, ratingsBeforeFall))} sessions before, and no drop found by Attune rule 1 covers it, in the client’s ratings or the therapist’s.`,
  dependsOn: fallParameters,
  condition: ({ ruptureReport, usual, parameters }) => {
    const alliance = usual['client.alliance']
    if (ruptureReport === null || ruptureReport.isDetected || alliance === undefined) return null
    // With fewer ratings the rule can't detect a fall, so its absence means nothing.
    if (alliance.earlierRatings < parameters.ratingsBeforeFall) return null
    return { ...ruptureReport, alliance }
  },
  because: ({ sessionNumber, alliance }) =>
    `A rupture was noted in session ${String(sessionNumber)}, and the client’s alliance rating that day was ${ratingInWords(alliance.latest)}; the usual is ${ratingInWords(alliance.usual)} (${counted(alliance.usualRatings, 'earlier rating')}).`,
  numbers: ({ alliance, ...report }) => [
    ...notedNumbers(report),
    { label: 'Client’s alliance', value: alliance.latest, n: 1 },
    { label: 'Client’s usual alliance', value: alliance.usual, n: alliance.usualRatings },
  ],
  suggestion: 'You could say what you noticed, and ask whether it was like that for them too.',
  cantTell:
    'Perhaps the rupture mended within the hour, or the form is not the place where this client would say it. The study coded ruptures by trained observers; what a note and a rating show may differ from that.',
  restsOn: ['babl-2022/resolution-moderates-withdrawal'],
  coolDownSessions: 2,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': level }, { newest: { ruptureNote: withdrawal } }),
    doesNot: () =>
      exampleFeatures({ 'client.alliance': [...level, 8, 4] }, { newest: { ruptureNote: withdrawal } }),
  },
})

/** A confrontation was noted in the newest session and not marked as repaired. */
export const confrontationReported = defineRule({
  id: 'confrontation-reported',
  version: 4,
  repeatsNotes: true,
  event: 'session',
  title: 'A confrontation to come back to',
  area: 'rupture',
  urgency: 3,
  rule: 'Confrontation was noted in the newest session, and it is neither marked as repaired nor closed.',
  condition: ({ ruptureReport }) =>
    ruptureReport !== null && ruptureReport.isConfrontation && ruptureReport.resolution !== 'resolved'
      ? ruptureReport
      : null,
  because: (report) =>
    `Confrontation was noted in session ${String(report.sessionNumber)}${intensityWords(report)}, ${resolutionWords(report)}.`,
  numbers: notedNumbers,
  suggestion:
    'You could come back to it next time: what was it like for them to say it, and what did they hope would come of it?',
  cantTell:
    'After sessions with more intense confrontation both rated the alliance lower. Four sessions of each of 56 treatments were coded; the study does not say what helps next. Repair goes with better outcome across clients; training in it made no significant difference.',
  restsOn: [
    'babl-2022/confrontation-lower-alliance',
    betweenPeople('eubanks-2018/repair-outcome'),
    otherIntervention('eubanks-2018/training-none'),
  ],
  coolDownSessions: 1,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': level }, { newest: { ruptureNote: confrontation } }),
    doesNot: () =>
      exampleFeatures(
        { 'client.alliance': level },
        { newest: { ruptureNote: { ...confrontation, resolution: 'resolved' } } },
      ),
  },
})

/** Withdrawal was noted in the newest session and not marked as repaired. */
export const withdrawalReported = defineRule({
  id: 'withdrawal-reported',
  version: 3,
  repeatsNotes: true,
  event: 'session',
  title: 'A withdrawal to come back to',
  area: 'rupture',
  urgency: 2,
  rule: 'Withdrawal without confrontation was noted in the newest session, and it is neither marked as repaired nor closed.',
  condition: ({ ruptureReport }) =>
    ruptureReport !== null &&
    ruptureReport.isWithdrawal &&
    !ruptureReport.isConfrontation &&
    ruptureReport.resolution !== 'resolved'
      ? ruptureReport
      : null,
  because: (report) =>
    `Withdrawal was noted in session ${String(report.sessionNumber)}${intensityWords(report)}, ${resolutionWords(report)}.`,
  numbers: notedNumbers,
  suggestion:
    'You could wonder aloud whether something was hard to say. Would it help to say first what you may have missed?',
  cantTell:
    'In the study, how withdrawal went together with the alliance depended on whether it had been resolved. It prints no figures, and it coded four sessions of each of 56 treatments.',
  restsOn: ['babl-2022/resolution-moderates-withdrawal'],
  coolDownSessions: 1,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': level }, { newest: { ruptureNote: withdrawal } }),
    doesNot: () =>
      exampleFeatures(
        { 'client.alliance': level },
        { newest: { ruptureNote: { ...withdrawal, resolution: 'resolved' } } },
      ),
  },
})

/** A rupture that client and therapist both noticed was noted in the newest session and not marked as repaired. */
export const bothSawRupture = defineRule({
  id: 'rupture-seen-by-both',
  version: 2,
  repeatsNotes: true,
  event: 'session',
  title: 'A rupture that both of you noticed',
  area: 'rupture',
  urgency: 3,
  rule: 'A rupture that both of you noticed was noted in the newest session, and it is neither marked as repaired nor closed.',
  condition: ({ ruptureReport }) =>
    ruptureReport !== null && ruptureReport.seenBy === 'both' && ruptureReport.resolution !== 'resolved'
      ? ruptureReport
      : null,
  because: (report) =>
    `A rupture that both of you noticed was noted in session ${String(report.sessionNumber)}${intensityWords(report)}, ${resolutionWords(report)}.`,
  numbers: notedNumbers,
  suggestion:
    'It is on the table already. You could begin with it next time: what did each of you see, and what would each of you have needed?',
  cantTell:
    'Repair goes with better outcome across clients, which does not show that it brings it about; training in it made no significant difference in six studies. No study here compares ruptures that both noticed with others.',
  restsOn: [
    betweenPeople('eubanks-2018/repair-outcome'),
    otherIntervention('eubanks-2018/training-none'),
    betweenPeople('babl-2022/rupture-intensity-alliance'),
  ],
  coolDownSessions: 1,
  supersedes: ['confrontation-reported', 'withdrawal-reported', 'rupture-episode-open'],
  examples: {
    fires: () =>
      exampleFeatures(
        { 'client.alliance': level },
        { newest: { ruptureNote: { ...withdrawal, seenBy: 'both' } } },
      ),
    doesNot: () => exampleFeatures({ 'client.alliance': level }, { newest: { ruptureNote: withdrawal } }),
  },
})
