/** Words for what opens the vault: the passphrase, the recovery key, the PIN. */
export const keys = {
  passphrase: {
    new: 'Passphrase',
    repeated: 'The same passphrase again',
    characters_one: '{{count, number}} character; at least {{atLeast}} are needed.',
    characters_other: '{{count, number}} characters; at least {{atLeast}} are needed.',
    charactersEnough: '{{count, number}} characters: long enough.',
    tooShort: 'Use at least {{atLeast}} characters. Five unrelated words are easy to remember.',
    tooLong: 'Use at most {{atMost, number}} characters.',
    different: 'These two are not the same. Show both to compare them, then correct one.',
    missing: 'Type your passphrase first.',
    capsLock: 'Caps Lock is on.',
  },

  proof: {
    title: 'Your passphrase once more',
    submit: 'Go on',
    cancel: 'Cancel',
    useRecoveryKey: 'Use the recovery key instead',
    usePassphrase: 'Use the passphrase instead',
    recoveryKey: 'Recovery key',
    description: 'The 13 groups from the paper. Capitals, spaces and hyphens don’t matter.',
    missingKey: 'Type the recovery key from the paper.',
  },

  suggestion: {
    title: 'Five words, if you like',
    text: 'Picked at random, just now, on this computer, from a list of {{words, number}} words. Somebody with your file and this list would have more combinations to try than there are seconds in a billion years, and each try costs real computing time.',
    use: 'Use these words',
    draw: 'Five other words',
    used: 'The words are in the first box below. Write them down, then type them in the second.',
  },

  recovery: {
    alone:
      'Anyone who has this key can open the vault with it, without the passphrase. Keep the paper with your most private papers, away from the computer.',
    once: 'It is shown only now. Attune keeps no copy that could be read, and nobody can send you another.',
    groupsLabel: 'Recovery key, {{count}} groups of five characters',
    print: 'Print it',
    printed: 'If nothing came out of the printer, write it down: 13 groups, in this order.',
    next: 'I have it on paper',
    paperTitle: 'Recovery key for Attune',
    paperMade: 'Made on {{date}}.',
    paperUse:
      'To use it: start Attune, choose “Use the recovery key” below the passphrase, and type the groups in order. Capitals, spaces and hyphens don’t matter. Attune then asks for a new passphrase.',
    paperKeep:
      'This paper opens the vault without the passphrase. Keep it away from the computer. Once a newer recovery key is made, this one no longer opens the vault, though copies from before still open with it.',

    checkLead:
      'Please type two of its groups from the paper, to make sure it was printed or copied correctly.',
    checkGroup: 'Group {{number}}',
    checkDiffers: 'This differs from the new recovery key. Check group {{number}} on the paper again.',
    checkMissing: 'Type group {{number}} from the paper.',
    checkSubmit: 'Confirm the recovery key',
    checkPending: 'Confirming…',
    showAgain: 'Show the key again',
  },
} as const
