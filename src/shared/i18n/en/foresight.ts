/** What the therapist foresees of the next session. The words count; they never judge. */
export const foresight = {
  setting: {
    title: 'What you foresee',
    label: 'Ask after a session what the next rating will be',
    description:
      'One key, never needed: will the client’s next rating of working together be higher, about the same or lower, or will the client not come? Your answer is sealed: nobody can change or read it until the next session opens it.',
    private:
      'For you alone. Once 20 of them have opened, Your practice shows what you foresaw and what you missed. They are in no bundle and no report. One that has opened is in an archive and in the export of its client, who has a right to what is kept about them.',
  },
  ask: {
    label: 'What you foresee',
    text: 'What will {{code}} rate “{{scale}}” next time?',
    higher: 'Higher',
    same: 'About the same',
    lower: 'Lower',
    absent: 'Won’t come',
    note: 'You can leave it out. It is compared with the newest rating, including one still to come in this session. Higher and lower mean by at least {{points, number}}.',
    sealed: 'Sealed. The next session opens it.',
  },
  /** The letter that each answer has, one key. */
  keys: { higher: 'H', same: 'S', lower: 'L', absent: 'N' },
  opened: {
    title: 'What you foresaw',
    sentence: 'After session {{number, number}} you foresaw {{foreseen}}; {{happened}}.',
    foreseen: {
      higher: 'that “{{scale}}” would be rated higher',
      same: 'that “{{scale}}” would be rated about the same',
      lower: 'that “{{scale}}” would be rated lower',
      absent: 'that the next session would be missed',
    },
    happened: {
      higher: 'it went up from {{before, number}} to {{after, number}}',
      same: 'it stayed about the same, {{before, number}} and then {{after, number}}',
      lower: 'it went down from {{before, number}} to {{after, number}}',
      missed: 'the session was missed',
      unrated: 'the session took place, and there was nothing to compare',
      came: 'the session took place',
    },
  },
  sums: {
    title: 'What you foresaw',
    loading: 'Adding up what you foresaw…',
    none: 'Nothing has been sealed yet. The question comes after you save a session that took place.',
    state: '{{opened}}, {{sealed}}.',
    opened_one: '{{count, number}} answer has opened',
    opened_other: '{{count, number}} answers have opened',
    sealed_one: '{{count, number}} is still sealed',
    sealed_other: '{{count, number}} are still sealed',
    measure: { rating: 'How the next rating went', coming: 'Whether the client came' },
    silent: 'Too few to say: {{from}}. Still needed: {{missing}}.',
    from: '{{foresights}}, {{clients}}',
    foresights_one: '{{count, number}} opened answer',
    foresights_other: '{{count, number}} opened answers',
    and: '{{foresights}} and {{clients}}',
    hits: 'You foresaw {{hits, number}} of {{n, number}} ({{share}}, interval {{low}} to {{high}}, {{clients}}). Always saying “{{commonest}}” would have been right {{happened, number}} times.',
    more: 'That is more than always saying the same, by a difference that chance alone seldom makes.',
    notMore: 'Any difference between the two can be chance.',
    outcomes: 'What happened, and how much of it you foresaw',
    outcome: '{{outcome}}: {{happened, number}}. Foreseen {{foreseen, number}}, missed {{missed, number}}.',
    names: {
      higher: 'Higher',
      same: 'About the same',
      lower: 'Lower',
      came: 'The client came',
      missed: 'The session was missed',
    },
    private: 'For you alone: no score, and no comparison with anybody.',
    note: '95% intervals (simulated: they hold the true value in at least {{coverage}} of 100 practices). In simulated practices where nothing is foreseen, Attune finds more than chance in at most {{wrong}} of 100.',
    how: {
      title: 'How this is counted',
      next: 'A foresight is about the next session that takes place or is missed. One that is cancelled in time counts as neither, and the foresight waits for the one after it. You are asked only if the client is given the form at the next session.',
      rating:
        'The next rating is compared with the client’s newest rating up to the session after which you foresaw it, on the same scale of the same form. A change counts once it reaches the reliable change that the form’s source names; where no source names one, once it reaches two steps of the scale.',
      unrated:
        'A session that took place without a rating says only that the client came. Late cancellations and sessions without the client count as missed.',
      silent:
        'Numbers appear once {{opened}} foresights about {{clients}} clients have opened. Fictional clients count only as long as there are no others, and clients that you erased don’t count.',
      nearer:
        'After a rating far from what a client usually gives, the next one is mostly nearer to it, whatever happens between you. Somebody who says only that already does better than always saying the same.',
      always:
        'Which answer always to give is picked afterwards, so that comparison is as hard as it can be. Sessions of one client resemble each other, so the intervals are worked out over clients.',
    },
  },
} as const
