const score = 'number(maximumFractionDigits: 1)'
const fine = 'number(maximumFractionDigits: 2)'
const course = `went from {{before, ${score}}} in session {{from}} to {{after, ${score}}} in session {{to}}{{later}}`

/** A client's status by questionnaires that have a change threshold. */
export const outcome = {
  sentence: {
    better: `{{scale}} ${course}: {{points, ${score}}} points better, a reliable change ({{threshold, ${score}}} or more). {{n}} ratings.`,
    worse: `{{scale}} ${course}: {{points, ${score}}} points worse, a reliable change ({{threshold, ${score}}} or more). {{n}} ratings.`,
    slightlyBetter: `{{scale}} ${course}: better by {{points, ${score}}}, too little for a reliable change ({{threshold, ${score}}} points or more). {{n}} ratings.`,
    slightlyWorse: `{{scale}} ${course}: worse by {{points, ${score}}}, too little for a reliable change ({{threshold, ${score}}} points or more). {{n}} ratings.`,
    same: `{{scale}} was {{before, ${score}}} in session {{from}} and is the same in session {{to}}{{later}}. A reliable change takes {{threshold, ${score}}} points or more. {{n}} ratings.`,
    tooFew_one: `{{scale}} was {{before, ${score}}} in session {{from}}. A change needs a second rating ({{count}} rating so far).`,
    tooFew_other: `{{scale}} was {{before, ${score}}} in session {{from}}. A change needs a later rating ({{count}} ratings so far).`,
  },
  /** The time from the baseline to the latest rating. */
  later_zero: ', less than a week later',
  later_one: ', one week later',
  later_other: ', {{count}} weeks later',
  earlierVersion: 'answered in an earlier version that can’t be compared',
  leftOut_one:
    'Session {{sessions}} was answered in an earlier version that can’t be compared, and is left out.',
  leftOut_other:
    'Sessions {{sessions}} were answered in an earlier version that can’t be compared, and are left out.',
  /** Scores that another program gave, without the answers to the questions. */
  totals: {
    note: 'A diamond is a total that another program gave. Its answers are not known.',
    noteWithRisk:
      'A diamond is a total that another program gave. Its answers are not known, nor whether one of them asked for attention.',
    compared_one: 'The score of session {{sessions, list}} is a total that another program gave.',
    compared_other: 'The scores of sessions {{sessions, list}} are totals that another program gave.',
  },
  threshold: 'What counts as change',
  thresholdText: `{{points, ${score}}} points of {{scale}}. Source: {{source}}.`,
  byError: 'By error alone',
  byErrorText: `Of clients whose state never changes, {{share, number(style: percent)}} have a rating that is reliably worse than the first at some time within {{ratings}} ratings, and as many one that is reliably better. This is simulated, and takes {{points, ${score}}} points as 1.96 standard errors of a difference, as a reliable change is defined.`,
  cutoff: 'Cut-off',
  cutoffText: '{{meaning}}. Source: {{source}}.',
  standing: {
    'reached-by-neither': `Neither rating is at {{value, ${score}}} or beyond.`,
    left: `Session {{from}} was at {{value, ${score}}} or beyond; session {{to}} no longer is.`,
    'reached-by-both': `Both ratings are at {{value, ${score}}} or beyond.`,
    'newly-reached': `Session {{to}} is at {{value, ${score}}} or beyond; session {{from}} was not.`,
  },
  track: 'Attune’s own rule',
  trackText: {
    'not-judged': 'Not judged yet: this needs a baseline and a later rating.',
    'reliably-worse': `Not on track: worse than in session {{from}} by {{points, ${score}}} or more. This describes the ratings so far and predicts nothing ({{n}} ratings).`,
    'little-gained': `Not on track: there are {{judgedFrom}} ratings or more, the last two both gained less than {{share, number(style: percent)}} of a reliable change since session {{from}}, and they and the one in that session reach {{cutoff, ${score}}}. This describes the ratings so far and predicts nothing ({{n}} ratings).`,
    'not-flagged': 'Nothing to flag. This describes the ratings so far and predicts nothing ({{n}} ratings).',
  },
  trackRule: `It flags a rating that is worse than the baseline by {{points, ${score}}} or more; and, from {{judgedFrom}} ratings on, two in a row that are better by less than {{share, number(style: percent)}} of that while they and the baseline are at {{cutoff, ${score}}} or beyond. All but the first and last of these numbers are Attune’s own choice.`,
  ownSettings: 'With your own settings.',
  gains: 'Sudden gains',
  gain: `From {{before, ${score}}} to {{after, ${score}}} in session {{session}}: {{size, ${score}}} points at once.`,
  gainNumbers: `Means of the ratings around it: {{meanBefore, ${fine}}} before, {{meanAfter, ${fine}}} after; critical t {{criticalT, ${fine}}} with {{degrees}} degrees of freedom.`,
  noGains: 'None among {{n}} ratings.',
  gainRule: `A drop of {{threshold, ${score}}} points or more between neighbouring sessions, of {{share, number(style: percent)}} or more of the score before, and large beside the ups and downs of up to three ratings on each side (Tang and DeRubeis, 1999).`,
  basis: 'What this rests on',
  howFound: 'How this was found',
  baseline: {
    label: 'Compare with',
    note: 'What later ratings are measured against.',
    first: `The first rating: session {{session}}, {{value, ${score}}}`,
    session: `Session {{session}}: {{value, ${score}}}`,
    placeholder: 'Choose a session',
    failed: 'The choice was not saved.',
  },
} as const
