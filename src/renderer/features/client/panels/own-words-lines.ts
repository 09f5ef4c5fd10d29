import type { TFunction } from 'i18next'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import {
  currentWording,
  ownRatingIn,
  ownRatingScale,
  type OwnWords,
  type Wording,
} from '#shared/records/own-words.ts'
import { fittingName } from '#renderer/parts/charts/fitting-name.ts'
import type { Past } from '../past-sessions.ts'
import type { LinePanel } from './line-view.ts'

/** The width in px that the words may take above a plot. The card has them whole. */
const widthAbove = 480

/** A session that was rated, by its place from 0. */
interface Rated {
  readonly index: number
  readonly number: number
  readonly value: number
  readonly wording: Wording
}

/** One line for each goal or problem, with a seam where it was reworded. Those that were never rated have none. */
export function ownWordsLines(
  { sessions }: Pick<Past, 'sessions'>,
  ownWords: readonly OwnWords[],
  t: TFunction,
): LinePanel[] {
  return ownWords.flatMap((own) => {
    const [first, ...later] = ratedIn(sessions, own)
    return first === undefined ? [] : [lineOfOwn(sessions, own, [first, ...later], t)]
  })
}

function ratedIn(sessions: readonly SessionSummary[], own: OwnWords): Rated[] {
  return sessions.flatMap(({ id, number }, index) => {
    const found = ownRatingIn(own, id)
    return found === null ? [] : [{ index, number, value: found.rating.value, wording: found.wording }]
  })
}

function lineOfOwn(
  sessions: readonly SessionSummary[],
  own: OwnWords,
  rated: readonly [Rated, ...Rated[]],
  t: TFunction,
): LinePanel {
  const values = new Map(rated.map(({ index, value }) => [index, value]))
  const seams = rated.flatMap((each, place) => {
    const before = rated[place - 1]
    return before === undefined || before.wording.id === each.wording.id ? [] : [{ each, before }]
  })
  const notes = [
    ...seams.map(({ each, before }) =>
      t('ownWords.panel.seam', { session: each.number, words: before.wording.words }),
    ),
    t('ownWords.panel.notChance'),
  ]
  return {
    id: own.id,
    title: t('ownWords.named', {
      kind: t(`ownWords.kind.${own.kind}`),
      words: fittingName(currentWording(own).words, widthAbove),
    }),
    sentence: sentenceOf(own, rated, t),
    sessions: sessions.map(({ date, number, status }, index) => ({
      date,
      number,
      status,
      client: values.get(index) ?? null,
      therapist: null,
      missingReason: null,
      ...(isAskedOn(own, date) ? {} : { isClientAsked: false, missingWords: t('ownWords.panel.notAsked') }),
    })),
    formChanges: seams.map(({ each }) => each.index),
    changeWords: t('ownWords.panel.reworded'),
    scaleBottom: ownRatingScale.minimum,
    scaleTop: ownRatingScale.maximum,
    betterIs: own.kind === 'goal' ? 'higher' : 'lower',
    hasTherapist: false,
    scores: [],
    corridor: null,
    note: notes.join(' '),
  }
}

function isAskedOn({ wordings, endedOn }: OwnWords, date: string): boolean {
  return date >= (wordings[0]?.since ?? date) && (endedOn === null || date <= endedOn)
}

function sentenceOf(own: OwnWords, rated: readonly [Rated, ...Rated[]], t: TFunction): string {
  const [first, ...later] = rated
  const last = later.at(-1)
  const direction = t(`ownWords.direction.${own.kind}`)
  const named = t('ownWords.named', {
    kind: t(`ownWords.kind.${own.kind}`),
    words: currentWording(own).words,
  })
  if (last === undefined)
    return t('ownWords.panel.sentence.one', {
      named,
      value: first.value,
      session: first.number,
      direction,
    })
  return t('ownWords.panel.sentence.more', {
    named,
    first: first.value,
    firstSession: first.number,
    last: last.value,
    lastSession: last.number,
    count: rated.length,
    direction,
  })
}
