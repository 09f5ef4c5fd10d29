import { withdrawal } from '../rupture-notes.ts'
import type { Story } from '../story.ts'

/** A withdrawal that is half repaired and stays so. */
export const partlyRepairedWithdrawal: Story = {
  name: 'partly-repaired-withdrawal',
  code: 'Pebble',
  status: 'active',
  therapyType: 'Schema therapy',
  notes: 'Fictional client. Came about always being the strong one. Notices everything.',
  moments: [
    { session: 13, what: 'The therapist moves a session at short notice; the client goes quiet.' },
    { session: 16, what: 'Three sessions later more than half has come back, and not all.' },
  ],
  rhythm: { lastDaysAgo: 7, hour: 8, breaksBefore: { 6: 1 } },
  alliance: [7, 7, 7.25, 7, 7.5, 7.25, 7.5, 7.25, 7.5, 7.5, 7.25, 7.5, 4.5, 5.5, 6, 6.25, 6, 6.25, 6.25],
  clientRates: true,
  usualNegative: 4,
  usualPositive: 4.5,
  usualSupportive: 6.5,
  usualInadequate: 3,
  allianceView: { bias: 0.2, follows: 0.7, noise: 0.5 },
  emotionView: { bias: 0.7, follows: 0.5, noise: 0.9 },
  at: {
    1: { note: 'Asked how I was before sitting down.' },
    3: { note: 'Never late, never early.' },
    6: { modality: 'video', note: 'After a week off.' },
    8: { withoutForms: ['guess'] },
    10: {
      note: 'Let something be carried for once.',
      events: [{ kind: 'feelings-explored', note: 'Anger at having to be the strong one.' }],
    },
    13: {
      note: 'I had moved the hour. They said no problem, and were gone behind glass.',
      rupture: withdrawal({
        intensity: 7,
        resolution: 'unresolved',
        tried: ['asked-about-their-view'],
        note: 'Everything was fine, four times.',
      }),
    },
    14: {
      note: 'Named it. A nod.',
      rupture: withdrawal({
        intensity: 5,
        resolution: 'partly',
        tried: ['named-it-together', 'owned-my-part'],
        note: 'Some warmth at the end.',
      }),
    },
    16: {
      note: 'Saw the pattern: easier to need nothing than to be let down.',
      rupture: withdrawal({
        seenBy: 'both',
        intensity: 3,
        resolution: 'partly',
        tried: ['explored-the-pattern', 'gave-it-room'],
        note: 'Half of it is still there, they said so.',
      }),
    },
    18: { isClientNotAsked: true, note: 'Computer would not start; no ratings.', withoutForms: ['guess'] },
    19: { note: 'Friendly, and careful. Not done yet.' },
  },
  next: { inDays: 0, status: 'begun', timeOfDay: '09:00' },
}
