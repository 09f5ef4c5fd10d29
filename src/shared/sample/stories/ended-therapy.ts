import type { Story } from '../story.ts'

const beforeTheCold = [
  6, 6.25, 6.5, 6.25, 6.75, 7, 6.75, 7, 7.25, 7, 7.25, 7.5, 7.25, 7.25, 7.5, 7.5, 4.5, 5.5, 7.25, 7.5, 7.5,
  7.75, 7.75, 8, 7.75, 8, 8.25, 8,
]
const afterTheCold = [8.25, 8.5, 8.25, 8.5, 8.5, 8.75, 8.5, 8.75, 9, 9, 9]

/** A long therapy that came to its end, with one rupture in the middle that the numbers show and nobody noted. */
export const endedTherapy: Story = {
  name: 'ended-therapy',
  code: 'Orchard',
  status: 'ended',
  therapyType: 'Psychodynamic psychotherapy',
  notes: 'Fictional client. Came about a long quarrel with a sibling. Ended as planned after forty sessions.',
  moments: [
    { session: 17, what: 'A rupture in the ratings that nobody noted.' },
    { session: 19, what: 'It has mended, and nobody noted that either.' },
    { session: 40, what: 'The last session.' },
  ],
  rhythm: { lastDaysAgo: 65, hour: 15, breaksBefore: { 12: 1, 17: 3, 29: 1 } },
  alliance: [...beforeTheCold, null, ...afterTheCold],
  clientRates: true,
  usualNegative: 3.5,
  usualPositive: 5.5,
  usualSupportive: 5,
  usualInadequate: 2,
  allianceView: { bias: 0, follows: 0.6, noise: 0.6 },
  emotionView: { bias: 0.5, follows: 0.6, noise: 0.8 },
  at: {
    1: { note: 'The quarrel, from the beginning.' },
    4: { note: 'And the beginning before that.', withoutForms: ['guess'] },
    8: { modality: 'video' },
    11: { note: 'A dream about a locked shed.' },
    12: { withoutForms: ['before'] },
    16: { note: 'My leave starts next week; said so.' },
    17: { note: 'First hour after my leave. Little came.', comment: 'Long time.' },
    18: { note: 'Slow again.' },
    19: { note: 'Back in the work.' },
    22: { withoutForms: ['client'], note: 'Forms forgotten, by me.' },
    25: {
      note: 'Read out the letter they will not send.',
      events: [
        { kind: 'client-cried', note: '' },
        { kind: 'feelings-explored', note: 'Missing the sibling, under the anger.' },
      ],
    },
    27: { withoutForms: ['before', 'guess'] },
    29: { status: 'late-cancel', note: 'A cold.' },
    31: { modality: 'video', note: 'Rang the sibling. Seven minutes.' },
    33: { withoutForms: ['guess'] },
    35: { note: 'Began to talk about ending.' },
    38: { note: 'What stays, what goes along.', comment: 'I can do this myself now.' },
    40: {
      note: 'Goodbye. Left an apple on the table.',
      comment: 'Thank you.',
      events: [{ kind: 'other', note: 'Ended as planned.' }],
    },
  },
}
