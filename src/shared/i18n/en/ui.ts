/** Words of the primitives on every screen, passed to them as props. */
export const ui = {
  rating: {
    notRated: 'Not rated',
    clear: 'Clear',
    option: '{{value}} out of {{maximum}}',
  },
  passphrase: { show: 'Show what I typed', hide: 'Hide what I typed' },
  noDay: 'Use a complete date between 1900 and 2100.',
  chooseOne: 'Choose one',
  clearChoice: 'Clear',
  loading: 'One moment',
  cancel: 'Cancel',
} as const
