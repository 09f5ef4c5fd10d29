/** Words of the therapist's own screen. Items and scales have their own words. */
export const wellbeing = {
  title: 'Wellbeing',
  subtitle:
    'How you are doing. It is for you alone: it goes into no report, and to a supervisor only if you tick it under Share.',
  loading: 'Reading your checks…',
  noneYet: 'After a check or two, what research says about it can appear here, with its reason.',
  none: 'No suggestions from your checks just now.',
  context: 'If a lot weighs on you just now',
  form: {
    title: 'A check for today',
    note: 'A line for yourself, if you like',
    save: 'Save this check',
    brief: 'Brief items without norms: the numbers say how you put it, nothing more.',
    saved: 'Saved.',
    savedWithPrompts: 'Saved. Below is what could be worth a thought.',
    leave: {
      title: 'Leave this check unfinished?',
      text: 'What you entered stays here as a draft.',
      leave: 'Leave it',
      stay: 'Stay here',
    },
  },
  past: {
    title: 'Past checks',
    none: 'No check yet. One takes about a minute.',
    day: 'Day',
    on: '{{date, datetime(dateStyle: medium; timeZone: UTC)}}',
    note: 'Your line',
    notRated: 'not rated',
  },
} as const
