import { withdrawal } from '../rupture-notes.ts'
import type { Story } from '../story.ts'

/** A therapist whose ratings rise and fall with the client's and sit at the same height. */
export const therapistTracks: Story = {
  name: 'therapist-tracks',
  code: 'Granite',
  status: 'active',
  therapyType: 'Emotion-focused therapy',
  notes: 'Fictional client. Came about grief for a grandparent. Says plainly how a session was.',
  moments: [{ session: 12, what: 'The therapist notes a withdrawal; the ratings show only a small drop.' }],
  rhythm: { lastDaysAgo: 4, hour: 13, breaksBefore: { 7: 1, 20: 2 } },
  alliance: [
    6, 6.5, 7, 6.25, 7.25, 7.5, 6.5, 7.75, 7, 8, 7.25, 6.25, 7.5, 8.25, 7.75, 6.75, 7.5, 8.5, 8, 7, 7.75, 8.5,
    8.25, 7.25, 8, 8.75, 8.25, 8.5,
  ],
  clientRates: true,
  usualNegative: 5,
  usualPositive: 4.5,
  usualSupportive: 5,
  usualInadequate: 2,
  allianceView: { bias: 0.1, follows: 0.9, noise: 0.5 },
  emotionView: { bias: 0.3, follows: 0.9, noise: 0.6 },
  at: {
    1: { note: 'Brought a photograph.' },
    3: { events: [{ kind: 'client-cried', note: 'At the photograph.' }] },
    5: { note: 'Stayed with the missing for a long while.' },
    7: { note: 'After a week away; a slow start.' },
    9: { withoutForms: ['guess'] },
    10: {
      note: 'Anger at last, at nobody in particular.',
      events: [{ kind: 'feelings-explored', note: 'Anger under the sadness.' }],
    },
    12: {
      note: 'Short answers. I asked, and they told me.',
      rupture: withdrawal({
        intensity: 3,
        resolution: 'resolved',
        tried: ['asked-about-their-view', 'gave-it-room'],
        note: 'I had gone too fast into the memory.',
      }),
    },
    14: { modality: 'video' },
    16: { note: 'The anniversary week.', events: [{ kind: 'client-cried', note: '' }] },
    18: { note: 'Cooked the old recipe.', comment: 'You got it today.' },
    20: { note: 'Two weeks off in between.', withoutForms: ['before'] },
    24: { modality: 'video', skips: ['tasks'] },
    26: { note: 'Spoke of the grandparent with a laugh.' },
    28: { note: 'Thinking about when to end. No hurry.', isLeftOpen: true },
  },
}
