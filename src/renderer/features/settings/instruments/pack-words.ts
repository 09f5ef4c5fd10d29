import type { TFunction } from 'i18next'
import type { PackProblem, PackReason } from '#shared/instruments/packs/index.ts'

const namedPlaces = [
  'items',
  'labels',
  'anchors',
  'scales',
  'cutoffs',
  'riskItems',
  'changeThreshold',
  'changeThresholds',
  'construct',
  'frame',
  'reliability',
  'spread',
  'within',
  'between',
  'pairedWith',
  'words',
  'text',
  'title',
  'minimum',
  'maximum',
  'middle',
  'step',
  'measures',
  'instruction',
  'licence',
  'attribution',
  'whoMayUse',
  'validationStatus',
  'respondent',
  'occasion',
  'method',
  'direction',
  'missing',
  'minimumAnswered',
  'reversed',
  'askedIf',
  'anyOf',
  'atOrAbove',
  'points',
  'source',
  'value',
  'meaning',
  'item',
  'answerOption',
  'answerValueSet',
  'fields',
  'section',
  'resourceType',
  'id',
  'version',
] as const

// Each sentence uses a few of these values; the types require all of them.
const noFigures = {
  limit: 0,
  byte: 0,
  line: 0,
  column: 0,
  least: 0,
  minimum: 0,
  maximum: 0,
  expected: '',
  id: '',
  found: '',
  allowed: '',
}

/** Names a place: `items.2.text` is "Question 3, words". A place without a name keeps the file's. */
export function placeWords(t: TFunction, place: string): string {
  if (place === '') return t('packs.place.whole')
  const words: string[] = []
  for (const segment of place.split('.')) {
    const isPosition = /^\d+$/.test(segment)
    const before = isPosition ? words.pop() : undefined
    words.push(
      before === undefined
        ? nameOf(t, segment)
        : t('packs.place.numbered', { name: before, number: Number(segment) + 1 }),
    )
  }
  return words.join(', ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** Gives the reason for a refusal in a sentence. */
export function reasonWords(t: TFunction, reason: PackReason): string {
  if (reason.code === 'not-allowed') {
    return t('packs.reason.not-allowed', { allowed: reason.allowed.join(', ') })
  }
  return t(`packs.reason.${reason.code}`, { ...noFigures, ...reason })
}

/** Whether the place is a part of the file, and not the whole file or the user's additions. */
export function isPlaceInFile({ place }: PackProblem): boolean {
  return place !== '' && !place.startsWith('choices')
}

function nameOf(t: TFunction, segment: string): string {
  if (segment === 'choices') return t('packs.place.yours')
  const named = namedPlaces.find((name) => name === segment)
  return named === undefined ? segment : t(`packs.place.names.${named}`)
}
