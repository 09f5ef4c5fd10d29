import type { RuleParameterName } from '../../rule-settings/rule-parameters.ts'

/** The name, unit and effect of each parameter. */
const parameters = {
  ratingsBeforeFall: {
    name: 'Ratings before a drop can be found',
    unit: 'ratings',
    does: 'How many ratings there must be up to and including the one that a drop starts from.',
  },
  referenceRatings: {
    name: 'Ratings that set the level',
    unit: 'ratings',
    does: 'A drop is measured from the mean of this many newest ratings. With more, growth hides a drop; with fewer, chance moves the level.',
  },
  dipSpreads: {
    name: 'Depth of a dip',
    unit: 'times the usual ups and downs',
    does: 'How deep a drop must be to count as a dip, compared with how much this client’s ratings usually go up and down. With few ratings more is needed.',
  },
  ruptureSpreads: {
    name: 'Depth of a rupture-level drop',
    unit: 'times the usual ups and downs',
    does: 'How deep a drop must be to count as rupture level. With few ratings more is needed. Never below the depth of a dip.',
  },
  unknownShare: {
    name: 'Usual ups and downs of a scale of which nothing is known',
    unit: 'of the range',
    does: 'Stands in for the usual variation within a client until this client’s own ratings show it. A larger share finds fewer drops in steady clients.',
  },
  windowSessions: {
    name: 'Time for repair',
    unit: 'sessions',
    does: 'In how many sessions after the lowest rating repair is looked for.',
  },
  congruencePairs: {
    name: 'Sessions rated by both before congruence is shown',
    unit: 'sessions',
    does: 'How many sessions both of you must have rated before Attune compares your views.',
  },
  trackSession: {
    name: 'First rating at which “little change” can appear',
    unit: 'ratings',
    does: 'With fewer ratings since the first, Attune doesn’t mention a questionnaire that has barely moved.',
  },
  trackShare: {
    name: 'What counts as little gain',
    unit: 'of a reliable change',
    does: 'Below this share of the questionnaire’s own reliable change, counted from the first rating, a gain is called little.',
  },
  suddenGainChanges: {
    name: 'Size of a sudden gain',
    unit: 'reliable changes',
    does: 'How much better one session must be than the last to count as a possible sudden gain.',
  },
} as const satisfies Record<RuleParameterName, { name: string; unit: string; does: string }>

/** Words of the rules and of the parameters that a therapist can set. */
export const rules = {
  title: 'How drops and changes are found',
  subtitle:
    'Attune uses these numbers for all clients. A result says so when it rests on a number you changed.',
  back: 'Settings',
  loading: 'Reading the rules…',
  parameters,

  groups: {
    episodes: 'Drops and ruptures: Attune rule 1',
    congruence: 'Your view and the client’s',
    outcomes: 'Questionnaires',
  },

  field: {
    label: '{{name}} ({{unit}})',
    whole: 'A whole number from {{minimum}} to {{maximum}}.',
    fraction: 'From {{minimum}} to {{maximum}}.',
    initial: 'Default: {{initial}}.',
    changed: 'changed from {{initial}}',
    toInitial: 'Back to {{initial}}',
    outside: 'Use a number from {{minimum}} to {{maximum}}.',
    notWhole: 'Use a whole number from {{minimum}} to {{maximum}}.',
    shallowRupture: 'A rupture can’t be shallower than a dip: use at least {{dip}}.',
  },

  save: 'Save the rules',
  saving: 'Saving…',
  saved: 'Saved. Every client’s page now follows these rules.',
  reset: 'Put all back to the defaults',
  undo: 'Undo the changes',
  allInitial: 'Every number is at its default.',
  changedCount_one: 'One number differs from its default.',
  changedCount_other: '{{count}} numbers differ from their defaults.',
  notSaved: 'Not saved yet.',
  fixFirst: 'A number is too low or too high. It is marked above; correct it to save.',

  leave: {
    title: 'Leave without saving?',
    text: 'What you changed stays here as a draft. It has no effect until you save it.',
    leave: 'Leave without saving',
    stay: 'Keep editing',
  },

  preview: {
    title: 'What would change',
    description: 'Choose a client to see what their page would say with the numbers above, before you save.',
    client: 'Client',
    choose: 'Choose a client',
    noClients: 'There is no client yet to try the rules on.',
    failedClients: 'The clients could not be read.',
    same: 'Change a number to see what it would do.',
    invalid: 'Put the marked number right to see what would change.',
    working: 'Working it out…',
    nothing: 'Nothing would change for {{code}}.',
    changes: 'For {{code}}, this would change:',
    line: '{{what}}: now {{before}}; then {{after}}.',
    detail: '{{what}}: the same in kind and number, but in other sessions or with other figures.',
    unchanged: 'As before: {{parts}}.',
    noPrompts: 'none',
    part: {
      episodes: 'drops and ruptures',
      congruence: 'congruence',
      outcomes: 'questionnaires',
      prompts: 'prompts',
    },
    what: {
      'episodes-client': 'Drops in the client’s alliance ratings',
      'episodes-therapist': 'Drops in your own alliance ratings',
      congruence: 'How your view goes with the client’s, “{{title}}”',
      prompts: 'Prompts, leaving aside what you answered to them',
    },
    episodes: {
      none: 'none',
      rupture_one: '1 drop at rupture level',
      rupture_other: '{{count}} drops at rupture level',
      dip_one: '1 dip',
      dip_other: '{{count}} dips',
      states: '{{found}} ({{states}})',
      state: {
        open: '{{count}} open',
        repaired: '{{count}} repaired',
        'partly-repaired': '{{count}} partly repaired',
        unrepaired: '{{count}} not repaired',
      },
    },
    congruence: {
      'too-few-pairs': 'not shown yet ({{pairs}} of {{needed}} sessions that have both)',
      'no-variation': 'can’t be said ({{pairs}} sessions, one side never varies)',
      shown: 'shown from {{pairs}} sessions that have both',
    },
    outcome: {
      what: '{{title}}, {{scale}}',
      withGains_one: '{{verdict}}, 1 sudden gain',
      withGains_other: '{{verdict}}, {{count}} sudden gains',
      track: {
        none: 'not judged by this rule',
        'not-judged': 'not judged yet',
        'reliably-worse': 'reliably worse than at the first rating',
        'little-gained': 'little gained so far',
        'not-flagged': 'nothing to flag',
      },
    },
  },

  ruleOne: {
    title: 'How Attune rule 1 works, and how often it errs',
    how: 'The rule looks at one person’s alliance ratings in their order. A drop starts at a rating that is followed by a lower one, and ends in its lowest rating. It is measured from the lower of two levels, the rating it starts from and the mean of the newest ratings up to there, compared with how much this client’s ratings usually go up and down, pulled a little towards what is known of the scale. Repaired means that three quarters of the drop were regained in time; partly repaired, half of it.',
    own: 'The thresholds are Attune’s own. Published criteria differ from each other, and counts found by one can’t be compared with counts found by another.',
    errs: 'Tried on invented ratings of 30 sessions with the defaults: in clients whose level never changes, at most one course in eight holds a false rupture-level drop, and near the top of the scale up to one in four. Of true drops in one session, from the eleventh session on, the rule finds 55 in 100 if they are four times this client’s usual ups and downs, and 85 in 100 if they are 3 points and the ratings wander by 0.6; smaller drops it mostly misses. Before the ninth rating it can find nothing. With other numbers these shares no longer hold.',
  },
} as const
