import { normalFrom, uniformFrom } from '../../analytics/testing/simulated-courses.ts'
import type { PromptScoreKey } from '../prompt-scores.ts'
import type { RecordedSession } from '../prompt-record.ts'

/** How the simulation invents a client; spreads are standard deviations in points of a scale from 0 to 10. */
export interface ClientModel {
  sessions: number
  /** Spread of the client's mean alliance, and of each single item, within the client. */
  sd: number
  /** Spread of the mean of the negative emotions within the client. */
  emotionSd: number
  /** Points by which the therapist's alliance follows one point of the client's. */
  tracking: number
  /** Points by which the client's level grows from the first session to the last. */
  growth: number
  /** The chance that a rupture begins in a session. */
  ruptureChance: number
  /** The chance that the client raises a concern in a session. */
  concernChance: number
  /** The share of sessions that the client misses, apart from those with a rupture; none if left out. */
  missedShare?: number
}

/** A rupture that the simulation placed. */
export interface TrueRupture {
  sessionNumber: number
  points: number
  isNoted: boolean
}

/** A concern that the simulated client raised, and the session in which it was taken up; null if it never was. */
export interface TrueConcern {
  sessionNumber: number
  takenUpIn: number | null
  /** Whether the log says that it was taken up. */
  isNoted: boolean
}

/** What is true of a simulated client, which no rating shows without error. */
export interface Truth {
  ruptures: readonly TrueRupture[]
  concerns: readonly TrueConcern[]
  tracking: number
  /** Points by which the therapist's level lies above the client's. */
  therapistAbove: number
  /** The client's level of each item of the alliance in the first session. */
  levels: Readonly<Record<AllianceItem, number>>
  growth: number
  sessions: number
}

/** One invented client: all sessions, every scale rated, and what is true. */
export interface SimulatedClient {
  sessions: readonly RecordedSession[]
  truth: Truth
}

const allianceItems = ['goals', 'tasks', 'bond', 'overall'] as const
type AllianceItem = (typeof allianceItems)[number]
const emotions = ['sadness', 'anger', 'fear'] as const

/** Correlation of every client-rated item with every other within a session, and of before with after. */
const shared = 0.5
// The mean of four such items varies less than each: by the root of (1 + 3 × 0.5) / 4.
const spreadOfMean = Math.sqrt((1 + 3 * shared) / 4)
const spreadOfEmotions = Math.sqrt((1 + 2 * shared) / 3)
const smallestRupture = 1.5
const largestRupture = 4
const shareNoted = 0.4

/** Of the concerns raised, so many are taken up, in the same or one of the next two sessions; of these so many noted. */
const shareTakenUp = 0.6
const latestTakenUp = 2
const shareTakenUpNoted = 0.8

/** The next session, half of a rupture is still there. */
const leftNextSession = 0.5
/** By what share of a rupture the therapist's own feelings after the session change. */
const feltByTherapist = 0.5

function rating(value: number): number {
  return Math.min(10, Math.max(0, Math.round(value)))
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Gives a maker of clients, the same for the same seed.
 *
 * Levels lie around 7.5, each item's and each rater's own some way off; a session moves all items of one rater
 * together in part. Ruptures lower everything that the client rates, and half of it the session after.
 */
export function simulateClients(seed: number): {
  client: (model: ClientModel) => SimulatedClient
  normal: () => number
  uniform: () => number
} {
  const uniform = uniformFrom(seed)
  const normal = normalFrom(uniform)
  // Events have chances of their own, so that ratings and ruptures stay the same with and without them.
  const ofEvents = uniformFrom(seed + 1_000_000)
  return {
    client: (model) => simulateClient(model, normal, uniform, placeConcerns(model, ofEvents)),
    normal,
    uniform,
  }
}

function simulateClient(
  model: ClientModel,
  normal: () => number,
  uniform: () => number,
  concerns: readonly TrueConcern[],
): SimulatedClient {
  const { sessions: count, sd, emotionSd, tracking, growth, missedShare = 0 } = model
  const level = Math.min(9, Math.max(4, 7.5 - growth / 2 + normal()))
  const levelOf = () => level + 0.7 * normal()
  const levels = { goals: levelOf(), tasks: levelOf(), bond: levelOf(), overall: levelOf() }
  const alliance = meanOf(Object.values(levels))
  const felt = levelOf()
  const helpful = levelOf()
  const therapistAbove = 0.8 * normal()
  const ownEmpathy = 7 + 0.8 * normal()
  const supportive = 7 + normal()
  const inadequate = 3 + normal()
  const emotionLevels = emotions.map(() => ({ client: 4 + 1.5 * normal(), bias: 0.8 * normal() }))
  const itemSd = sd / spreadOfMean
  const feltSd = emotionSd / spreadOfEmotions
  const pairOf = (common: number) => Math.sqrt(shared) * common + Math.sqrt(1 - shared) * normal()

  const ruptures = placeRuptures(model, uniform)
  const sessions = Array.from({ length: count }, (_, index): RecordedSession => {
    const number = index + 1
    const now = ruptures.find(({ sessionNumber }) => sessionNumber === number)
    if (missedShare > 0 && now === undefined && uniform() < missedShare) return missedSession(number)
    const before = ruptures.find(({ sessionNumber }) => sessionNumber === number - 1)
    const fall = (now?.points ?? 0) + leftNextSession * (before?.points ?? 0)
    const grown = (growth * index) / Math.max(1, count - 1)
    const session = normal()
    const scores: Partial<Record<PromptScoreKey, number>> = {}
    const items = allianceItems.map((item) => {
      const score = rating(levels[item] + grown - fall + itemSd * pairOf(session))
      scores[`client.${item}`] = score
      return score
    })
    scores['client.alliance'] = meanOf(items)
    scores['client.felt-empathy'] = rating(felt + grown - fall + sd * pairOf(session))
    scores['client.helpfulness'] = rating(helpful + grown - fall + sd * pairOf(session))
    const followed = tracking * (grown - fall + sd * session * Math.sqrt(shared))
    const ownSession = normal()
    const ownItems = allianceItems.map(() =>
      rating(alliance + therapistAbove + followed + itemSd * pairOf(ownSession)),
    )
    scores['therapist.alliance'] = meanOf(ownItems)
    scores['therapist.own-empathy'] = rating(ownEmpathy + sd * normal())
    const feeling = normal()
    const unease = feltByTherapist * (now?.points ?? 0)
    const uneaseBefore = feltByTherapist * (before?.points ?? 0)
    scores['therapist.before.supportive'] = rating(supportive - uneaseBefore + sd * pairOf(feeling))
    scores['therapist.after.supportive'] = rating(supportive - unease + sd * pairOf(feeling))
    const doubt = normal()
    scores['therapist.before.inadequate'] = rating(inadequate + uneaseBefore + sd * pairOf(doubt))
    scores['therapist.after.inadequate'] = rating(inadequate + unease + sd * pairOf(doubt))
    const mood = normal()
    const felts = emotionLevels.map(({ client, bias }) => {
      const moved = feltSd * pairOf(mood)
      const guess = client + bias + tracking * moved + feltSd * Math.sqrt(1 - tracking ** 2) * normal()
      return { rating: rating(client + moved), guess: rating(guess) }
    })
    emotions.forEach((emotion, place) => {
      const one = felts[place]
      if (one === undefined) return
      scores[`client.${emotion}`] = one.rating
      scores[`therapist.guess-${emotion}`] = one.guess
    })
    scores['client.negative'] = meanOf(felts.map((one) => one.rating))
    scores['therapist.guess-negative'] = meanOf(felts.map((one) => one.guess))
    return {
      number,
      status: 'held',
      scores,
      isRatedByClient: true,
      ruptureNote: now?.isNoted === true ? noteOf(number) : null,
      events: eventsIn(number, concerns),
      feelings: [],
      clientMissing: null,
    }
  })
  return {
    sessions,
    truth: { ruptures, concerns, tracking, therapistAbove, levels, growth, sessions: count },
  }
}

function missedSession(number: number): RecordedSession {
  return {
    number,
    status: 'no-show',
    scores: {},
    isRatedByClient: false,
    ruptureNote: null,
    events: [],
    feelings: [],
    clientMissing: null,
  }
}

function placeRuptures(
  { sessions, ruptureChance }: ClientModel,
  uniform: () => number,
): readonly TrueRupture[] {
  const ruptures: TrueRupture[] = []
  for (let sessionNumber = 2; sessionNumber <= sessions; sessionNumber += 1) {
    if (uniform() >= ruptureChance) continue
    const points = smallestRupture + (largestRupture - smallestRupture) * uniform()
    ruptures.push({ sessionNumber, points, isNoted: uniform() < shareNoted })
    // A rupture and the session after it belong together.
    sessionNumber += 1
  }
  return ruptures
}

function placeConcerns(
  { sessions, concernChance }: ClientModel,
  uniform: () => number,
): readonly TrueConcern[] {
  const concerns: TrueConcern[] = []
  for (let sessionNumber = 1; sessionNumber <= sessions; sessionNumber += 1) {
    if (uniform() >= concernChance) continue
    const isTakenUp = uniform() < shareTakenUp
    const after = Math.floor((latestTakenUp + 1) * uniform())
    const isNoted = uniform() < shareTakenUpNoted
    concerns.push({ sessionNumber, takenUpIn: isTakenUp ? sessionNumber + after : null, isNoted })
    // No other concern comes before this one had its time.
    sessionNumber += latestTakenUp
  }
  return concerns
}

function eventsIn(number: number, concerns: readonly TrueConcern[]): RecordedSession['events'] {
  return concerns.flatMap(({ sessionNumber, takenUpIn, isNoted }) => [
    ...(sessionNumber === number ? (['concern-raised'] as const) : []),
    ...(takenUpIn === number && isNoted ? (['concern-taken-up'] as const) : []),
  ])
}

function noteOf(sessionNumber: number): RecordedSession['ruptureNote'] {
  const isWithdrawal = sessionNumber % 2 === 0
  return {
    seenBy: 'therapist',
    isWithdrawal,
    isConfrontation: !isWithdrawal,
    intensity: null,
    resolution: 'unresolved',
  }
}
