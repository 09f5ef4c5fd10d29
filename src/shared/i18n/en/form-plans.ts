const day = 'datetime(dateStyle: medium; timeZone: UTC)'

/** Words about when a client is given which form, and about the forms that a client declines. */
export const formPlans = {
  title: 'When each form is given',
  explanation:
    'A form that isn’t due is not in the hand-over unless you choose it there. Answers that come early count. A choice is saved at once.',
  notLookedUp: 'When this client is given each form could not be looked up.',
  change: 'Change',
  done: 'Done',
  rhythm: {
    'every-session': 'at every session',
    'every-nth': 'every {{n}} sessions',
    monthly: 'once a month',
  },
  moment: { beginning: 'at the beginning', after: 'at the end' },
  /** “PHQ-9: once a month, at the beginning.” */
  plan: '{{title}}: {{rhythm}}, {{moment}}.',
  planUntil: `{{title}}: {{rhythm}}, {{moment}}, until {{date, ${day}}}.`,
  declined: {
    client: `The client declined it in their form on {{date, ${day}}}. It is not given.`,
    therapist: `The client declined it, as you noted on {{date, ${day}}}. It is not given.`,
  },
  askAgain: 'Ask again',
  decline: 'The client declines',
  form: {
    rhythm: 'How often',
    rhythms: {
      'every-session': 'Every session',
      'every-nth': 'Every few sessions',
      monthly: 'Once a month',
    },
    nth: 'Once in how many sessions',
    sessions: 'sessions',
    monthly: 'It is due a month after the client last answered it.',
    moment: 'When',
    moments: { beginning: 'At the beginning', after: 'At the end' },
    lastDay: 'Last day, if it ends',
    kept: 'Saved.',
  },
  handOver: {
    due: 'Due now: {{forms, list}}.',
    noneDue: 'No form is due now. You can still hand one over.',
    dueAtBeginning: 'Due at the beginning: {{forms, list}}',
    open: 'Hand over…',
    choose: 'Choose the forms',
    forms: 'Forms for the client',
    chooseOne: 'Choose a form to hand over.',
    state: {
      due: 'due',
      dueBeginning: 'due at the beginning of the session',
      dueAfter: 'due at the end of the session',
      answered: 'answered in this session',
      'in-sessions_one': 'not due: in {{count}} more session',
      'in-sessions_other': 'not due: in {{count}} more sessions',
      'from-day': `not due: from {{date, ${day}}}`,
      over: `not due: its last day was {{date, ${day}}}`,
    },
  },
} as const
