import { confrontation } from '../rupture-notes.ts'
import type { Story } from '../story.ts'

/** A rupture of one session: the client and the therapist both see it, and it is repaired the week after. */
export const oneSessionRupture: Story = {
  name: 'one-session-rupture',
  code: 'Harbour',
  status: 'active',
  therapyType: 'CBT',
  notes: 'Fictional client. Came about worry that takes up the evenings. Likes a plan.',
  moments: [
    { session: 12, what: 'The therapist hurries past what the client came with; the alliance drops.' },
    { session: 13, what: 'They talk it over and it is back where it was.' },
  ],
  rhythm: { lastDaysAgo: 7, hour: 9, breaksBefore: { 8: 1 } },
  alliance: [6.75, 7, 7.25, 7, 7.5, 7.25, 7.5, 7.75, 7.5, 7.25, 7.75, 4.5, 7.5, 7.75, 7.75, 8, 7.75, 8],
  clientRates: true,
  usualNegative: 4,
  usualPositive: 5,
  usualSupportive: 6,
  usualInadequate: 2.5,
  allianceView: { bias: -0.2, follows: 0.7, noise: 0.6 },
  emotionView: { bias: 0.7, follows: 0.6, noise: 0.8 },
  at: {
    1: { note: 'First meeting. Wants tools, and to sleep.', withoutForms: ['guess'] },
    3: { note: 'Started a worry diary.', skips: ['bond'] },
    4: { withoutForms: ['before'] },
    6: { modality: 'video', note: 'By video, train strike. Worked well enough.' },
    8: { note: 'Back from a week away. Diary kept all the way through.' },
    10: {
      note: 'Went back over what worry is for.',
      events: [{ kind: 'feelings-explored', note: 'Found sadness under the worry.' }],
    },
    12: {
      note: 'I pressed on with the exercise. Missed that they came with something else.',
      comment: 'It felt like your plan today, not mine.',
      rupture: confrontation({
        seenBy: 'both',
        intensity: 6,
        resolution: 'unresolved',
        tried: ['explained-the-why'],
        note: 'Said the exercise was pointless. I argued for it.',
      }),
      events: [{ kind: 'concern-raised', note: 'Asked who decides what we do here.' }],
    },
    13: {
      note: 'Began with last week. Agreed that they set the first ten minutes from now on.',
      comment: 'Glad we talked about it.',
      events: [{ kind: 'concern-taken-up', note: 'Who decides what we do here.' }],
      rupture: confrontation({
        seenBy: 'both',
        intensity: 3,
        resolution: 'resolved',
        tried: ['named-it-together', 'owned-my-part', 'changed-task-or-goal'],
        note: 'I said I had been in a hurry.',
      }),
    },
    15: { note: 'They lead the start now. More comes out.' },
    17: { note: 'Two evenings without worry.', withoutForms: ['guess'] },
    18: { note: 'Plans for the spring.' },
  },
  next: { inDays: 0, status: 'planned', timeOfDay: '10:00' },
}
