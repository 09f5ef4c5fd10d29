import { createRandom } from './random.ts'
import type { Story, View } from './story.ts'

/** All scores of one session if everyone filled in every form, limited to 0–10. */
export type SessionScores = {
  clientAlliance: number
  therapistAlliance: number
  feltEmpathy: number
  helpfulness: number
  accomplishment: number
  ownEmpathy: number
  before: { supportive: number; inadequate: number }
  after: { supportive: number; inadequate: number }
  negative: number
  positive: number
  guessNegative: number
  guessPositive: number
  /** Distance of the client's alliance from its usual level; below −1 the session was hard. */
  deviation: number
}

function within(value: number): number {
  return Math.min(10, Math.max(0, value))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function seen(view: View, usual: number, actual: number, wobble: (size: number) => number): number {
  return within(usual + view.bias + view.follows * (actual - usual) + wobble(view.noise))
}

/** The scores of one session of the story (number from 1), or null if client and therapist did not meet. */
export function sessionScores(story: Story, number: number): SessionScores | null {
  const alliance = story.alliance[number - 1]
  if (alliance === null || alliance === undefined) {
    return null
  }
  const { wobble } = createRandom(`${story.name}/${number}/scores`)
  const usual = mean(story.alliance.filter((rating) => rating !== null))
  const usualNegative = story.negative === undefined ? story.usualNegative : mean(story.negative)
  const deviation = alliance - usual
  // The last meeting affects the therapist's feelings before the next.
  const lastAlliance = story.alliance.slice(0, number - 1).findLast((rating) => rating !== null)
  const carriedOver = (lastAlliance ?? usual) - usual
  const therapistAlliance = seen(story.allianceView, usual, alliance, wobble)
  const negative = story.negative?.[number - 1] ?? within(usualNegative - 0.8 * deviation + wobble(0.9))
  const positive = within(story.usualPositive + 0.6 * deviation + wobble(0.9))
  return {
    clientAlliance: alliance,
    therapistAlliance,
    feltEmpathy: within(alliance + 0.2 * deviation + wobble(1)),
    helpfulness: story.helpfulness?.[number - 1] ?? within(alliance - 0.3 + 0.2 * deviation + wobble(1.2)),
    accomplishment: within((story.helpfulness?.[number - 1] ?? alliance) - 0.6 + wobble(1.3)),
    ownEmpathy: within(therapistAlliance + wobble(1)),
    before: {
      supportive: within(story.usualSupportive - 0.3 * carriedOver + wobble(1.2)),
      inadequate: within(story.usualInadequate - 0.9 * carriedOver + wobble(1)),
    },
    after: {
      supportive: within(story.usualSupportive - 0.4 * deviation + wobble(1.2)),
      inadequate: within(story.usualInadequate - 1.2 * deviation + wobble(1)),
    },
    negative,
    positive,
    guessNegative: seen(story.emotionView, usualNegative, negative, wobble),
    guessPositive: seen({ bias: -0.3, follows: 0.6, noise: 0.8 }, story.usualPositive, positive, wobble),
    deviation,
  }
}
