/** Words of the primitives on every screen, passed to them as props. */
export const ui = {
  rating: {
    notRated: 'Not rated',
    clear: 'Clear',
    option: '{{value}} out of {{maximum}}',
  },
  passphrase: { show: 'Show what I typed', hide: 'Hide what I typed' },
  noDay: 'Use a complete date between 1900 and 2100.',
  noTime: 'Give the hour and the minutes, or leave both empty.',
  keptInstead: 'You typed {{typed}}. This field holds {{kept}}, the nearest number it takes.',
  tooLong_one: 'All of your text is here, but it is one character too long. At most {{limit, number}} fit.',
  tooLong_other:
    'All of your text is here, but it is {{count, number}} characters too long. At most {{limit, number}} fit.',
  chooseOne: 'Choose one',
  clearChoice: 'Clear',
  showFewer: 'Show fewer',
  loading: 'One moment',
  cancel: 'Cancel',
} as const
