interface Rate {
  ruleId: string
  stable: number
  varying: number
  mixed: number
  shareTrue: number | null
}

/**
 * How often the statements are wrong in simulated clients. scripts/measures/simulate-prompts.ts writes this file, and a
 * test compares it with the simulation. Prompts are counted in 100 sessions.
 */
export const errorRates: {
  perSession: { stable: number; varying: number; mixed: number }
  shareTrueInMixed: number
  largeRupturesFound: number
  rules: readonly (Rate & { kind: 'simulated' | 'repeats-notes' | 'not-simulated' })[]
  questionnaires: readonly Rate[]
  beyondReliableChange: readonly { ratings: number; share: number }[]
  crossings: readonly { points: number; error: number; in12Weeks: number; in20Weeks: number }[]
} = {
  perSession: {
    stable: 0.045,
    varying: 0.062,
    mixed: 0.133,
  },
  shareTrueInMixed: 0.89,
  largeRupturesFound: 0.86,
  rules: [
    {
      kind: 'simulated',
      ruleId: 'rupture-episode-open',
      stable: 0,
      varying: 0,
      mixed: 0.37,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'rupture-detected-not-reported',
      stable: 0.2,
      varying: 0.23,
      mixed: 0.96,
      shareTrue: 0.95,
    },
    {
      kind: 'simulated',
      ruleId: 'rupture-episode-unrepaired',
      stable: 0,
      varying: 0,
      mixed: 0.06,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'rupture-reported-not-detected',
      stable: 0,
      varying: 0,
      mixed: 0.38,
      shareTrue: 1,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'rupture-seen-by-both',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'confrontation-reported',
      stable: 0,
      varying: 0,
      mixed: 1.76,
      shareTrue: 1,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'withdrawal-reported',
      stable: 0,
      varying: 0,
      mixed: 0.48,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'felt-empathy-below-usual',
      stable: 0.05,
      varying: 0.17,
      mixed: 0.37,
      shareTrue: 0.94,
    },
    {
      kind: 'simulated',
      ruleId: 'own-empathy-above-felt',
      stable: 0.08,
      varying: 0.12,
      mixed: 0.01,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'helpfulness-below-usual',
      stable: 0.33,
      varying: 0.72,
      mixed: 1.37,
      shareTrue: 0.9,
    },
    {
      kind: 'simulated',
      ruleId: 'alliance-below-usual',
      stable: 2.75,
      varying: 3.92,
      mixed: 3.28,
      shareTrue: 0.79,
    },
    {
      kind: 'simulated',
      ruleId: 'alliance-low-in-general',
      stable: 0.07,
      varying: 0.22,
      mixed: 0.39,
      shareTrue: 0.49,
    },
    {
      kind: 'simulated',
      ruleId: 'alliance-grew',
      stable: 0,
      varying: 0.02,
      mixed: 0.43,
      shareTrue: 0.97,
    },
    {
      kind: 'simulated',
      ruleId: 'bond-below-tasks-and-goals',
      stable: 0.12,
      varying: 0.12,
      mixed: 0.08,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'tasks-and-goals-below-bond',
      stable: 0.15,
      varying: 0.08,
      mixed: 0.08,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'inadequate-before-above-usual',
      stable: 0.02,
      varying: 0.03,
      mixed: 0.02,
      shareTrue: 0,
    },
    {
      kind: 'simulated',
      ruleId: 'inadequate-after-above-usual',
      stable: 0.02,
      varying: 0.03,
      mixed: 0.04,
      shareTrue: 0.5,
    },
    {
      kind: 'simulated',
      ruleId: 'supportive-after-below-usual',
      stable: 0,
      varying: 0.08,
      mixed: 0.01,
      shareTrue: 0,
    },
    {
      kind: 'simulated',
      ruleId: 'supportive-before-below-usual',
      stable: 0,
      varying: 0.02,
      mixed: 0.03,
      shareTrue: 1,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'hard-feelings-again',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
    {
      kind: 'simulated',
      ruleId: 'alliance-tracking-low',
      stable: 0.33,
      varying: 0.17,
      mixed: 0.33,
      shareTrue: 0.8,
    },
    {
      kind: 'simulated',
      ruleId: 'alliance-overrated',
      stable: 0.08,
      varying: 0.18,
      mixed: 0.26,
      shareTrue: 0.96,
    },
    {
      kind: 'simulated',
      ruleId: 'alliance-underrated',
      stable: 0.3,
      varying: 0.13,
      mixed: 0.16,
      shareTrue: 0.93,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'no-client-rating',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
    {
      kind: 'simulated',
      ruleId: 'missed-after-fall',
      stable: 0.07,
      varying: 0.07,
      mixed: 0.33,
      shareTrue: 0.8,
    },
    {
      kind: 'simulated',
      ruleId: 'negative-guess-far-apart',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
    {
      kind: 'not-simulated',
      ruleId: 'feeling-read-not-explored',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'concern-raised',
      stable: 0,
      varying: 0,
      mixed: 1.72,
      shareTrue: 1,
    },
    {
      kind: 'simulated',
      ruleId: 'concern-not-taken-up',
      stable: 0,
      varying: 0,
      mixed: 0.74,
      shareTrue: 0.76,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'cultural-concern',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
    {
      kind: 'repeats-notes',
      ruleId: 'client-cried',
      stable: 0,
      varying: 0,
      mixed: 0,
      shareTrue: null,
    },
  ],
  questionnaires: [
    {
      ruleId: 'outcome-reliably-worse',
      stable: 0.42,
      varying: 1.02,
      mixed: 2.91,
      shareTrue: 0.91,
    },
    {
      ruleId: 'outcome-little-gained',
      stable: 5.88,
      varying: 5.2,
      mixed: 5.06,
      shareTrue: 0.98,
    },
  ],
  beyondReliableChange: [
    {
      ratings: 2,
      share: 0.03,
    },
    {
      ratings: 3,
      share: 0.05,
    },
    {
      ratings: 4,
      share: 0.06,
    },
    {
      ratings: 6,
      share: 0.09,
    },
    {
      ratings: 8,
      share: 0.12,
    },
    {
      ratings: 10,
      share: 0.13,
    },
    {
      ratings: 12,
      share: 0.15,
    },
    {
      ratings: 16,
      share: 0.18,
    },
    {
      ratings: 20,
      share: 0.2,
    },
    {
      ratings: 26,
      share: 0.23,
    },
    {
      ratings: 40,
      share: 0.28,
    },
    {
      ratings: 52,
      share: 0.32,
    },
  ],
  crossings: [
    {
      points: 6,
      error: 2,
      in12Weeks: 0.16,
      in20Weeks: 0.21,
    },
    {
      points: 6,
      error: 2.5,
      in12Weeks: 0.3,
      in20Weeks: 0.38,
    },
    {
      points: 4,
      error: 2,
      in12Weeks: 0.44,
      in20Weeks: 0.53,
    },
  ],
}
