import { instrumentSchema, type Instrument } from '../../instruments/instrument.ts'
import type { GatheredRatings } from '../gather-ratings.ts'
import { createTableGatherer } from '../gather-table.ts'
import type { HowToRead } from '../how-to-read.ts'
import type { Mapping } from '../mapping.ts'
import { createTableSurvey, type TableSurvey } from '../table-survey.ts'

/** A questionnaire of three questions, made up, with words for its answers at the first. */
export const exampleQuestionnaire: Instrument = instrumentSchema.parse({
  id: 'moods-3',
  version: 1,
  title: 'Three moods',
  measures: 'Three moods, for tests.',
  respondent: 'either',
  occasion: 'any',
  instruction: 'How was it?',
  items: [1, 2, 3].map((number) => ({
    id: `moods-${number}`,
    text: `Mood ${number}`,
    minimum: 0,
    maximum: 3,
    step: number === 3 ? 0.5 : 1,
    reversed: false,
    ...(number === 1
      ? { labels: ['Never', 'Rarely', 'Often', 'Always'].map((text, value) => ({ value, text })) }
      : { anchors: { minimum: 'Low', maximum: 'High' } }),
  })),
  scales: [
    {
      id: 'total',
      title: 'Total',
      items: ['moods-1', 'moods-2', 'moods-3'],
      method: 'sum',
      minimum: 0,
      maximum: 9,
      direction: 'lower-is-better',
      missing: { minimumAnswered: 3, prorate: false },
    },
  ],
  riskItems: [],
  licence: 'None',
  attribution: 'None',
  whoMayUse: 'Tests',
  validationStatus: 'None',
})

export const exampleWay: HowToRead = {
  delimiter: ',',
  header: 1,
  decimal: 'point',
  dateOrder: 'day-first',
  missing: ['NA', '-99'],
}

/** A row for each form: client, day, session, rater, three items. */
export const exampleWide: Extract<Mapping, { layout: 'wide' }> = {
  layout: 'wide',
  instrument: { id: 'moods-3', version: 1 },
  client: 0,
  date: 1,
  session: { column: 2, names: [] },
  rater: { kind: 'column', column: 3, client: ['client'], therapist: ['therapist'] },
  occasion: 'after',
  items: [4, 5, 6].map((column, at) => ({ item: `moods-${at + 1}`, column })),
}

/** A row for each answer: client, day, session, rater, item, answer. */
export const exampleLong: Extract<Mapping, { layout: 'long' }> = {
  layout: 'long',
  instrument: { id: 'moods-3', version: 1 },
  client: 0,
  date: 1,
  session: { column: 2, names: [] },
  rater: { kind: 'column', column: 3, client: ['client'], therapist: ['therapist'] },
  occasion: 'after',
  itemColumn: 4,
  answerColumn: 5,
  only: null,
  items: [1, 2, 3].map((number) => ({ item: `moods-${number}`, text: `M${number}` })),
}

/** Puts rows together; the first has the names of the columns. */
export function gather(
  [names = [], ...rows]: readonly (readonly string[])[],
  mapping: Mapping | readonly Mapping[] = exampleWide,
  how: Partial<HowToRead> = {},
): GatheredRatings {
  const gatherer = createTableGatherer({
    how: { ...exampleWay, ...how },
    columns: names,
    questionnaires: [mapping].flat().map((each) => ({ mapping: each, instrument: exampleQuestionnaire })),
  })
  rows.forEach((row, at) => gatherer.take(at + 2, row))
  return { sessions: [...gatherer.sessions()], ...gatherer.end() }
}

/** What is found in a table with commas; the first row has the names of its columns. */
export function surveyOf(...rows: readonly string[][]): TableSurvey {
  const survey = createTableSurvey(',', 1)
  rows.forEach((row) => survey.take(row))
  return survey.finish()
}
