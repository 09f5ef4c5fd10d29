/** Two views, one question: what client and therapist look at together, and the line on what was said. */
export const together = {
  offer: {
    title: 'Look at it together',
    text: 'One page for both of you: how each of you rated working together, where you are furthest apart, and one question. The client is asked first. Until you return with your PIN or passphrase, nothing else in Attune can be reached.',
    button: 'Show it to the client',
  },
  ask: {
    title: 'Would you like to look at this together?',
    text: 'Your therapist would like to show you how each of you saw this session: your numbers beside theirs.',
    free: 'You can say no. That is fine, and changes nothing.',
    yes: 'Yes, show it',
    no: 'No, thank you',
  },
  no: { title: 'That is fine.' },
  views: {
    title: 'This session, as each of us saw it',
    key: 'From {{minimum, number}} to {{maximum, number}}. Circle: you. Square: your therapist.',
    both: 'You {{client, number}}, your therapist {{therapist, number}}',
  },
  said: {
    same: 'You both put the same numbers. You saw this session alike.',
    close: 'You are close on everything: never more than one apart.',
    apart: 'You are furthest apart here: {{named, list}}.',
    named: '“{{item}}” (you {{client, number}}, your therapist {{therapist, number}})',
    several: 'You are {{gap, number}} apart on several of these.',
  },
  question: {
    alike: 'What should stay as it is?',
    apart: 'What did each of you have in mind?',
  },
  wayBack: 'Nothing on this page is saved. It closes when you return.',
  stay: 'Stay here',
  line: {
    title: 'You looked at it together',
    label: 'What was said, in a line (optional)',
    note: 'It is saved with the session, and comes back before the next one.',
    save: 'Save this line',
    kept: 'Saved. It comes back before the next session.',
  },
  lastTitle: 'From the last session',
  last: 'In session {{number}} you looked at it together. You noted:',
  ofSession: 'You looked at this session together. You noted:',
} as const
