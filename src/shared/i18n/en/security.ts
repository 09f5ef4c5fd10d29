/** Words of Settings, Security: what opens the vault, when it locks, and how it is stored. */
export const security = {
  title: 'Security',
  subtitle: 'What opens your vault, when it locks, and how it is kept.',
  back: 'Back to Settings',
  backHere: 'Back to Security',
  loading: 'Reading how the vault is secured…',
  done: 'Done',

  ask: {
    passphrase: 'Your passphrase',
    description: 'Attune asks again, so that nobody at an unlocked screen can do this for you.',
    missing: 'Type your passphrase first.',
    checking: 'Checking the passphrase…',
  },

  passphrase: {
    title: 'Passphrase',
    text: 'It unlocks Attune each time. Only you know it.',
    change: 'Change the passphrase',
    heading: 'Change the passphrase',
    lead: 'The new passphrase works from the moment you confirm it.',
    current: 'Current passphrase',
    oldCopies:
      'Copies of the vault from before, backups among them, still open with the old passphrase. Somebody who knows it and has such a copy can also open what you write from now on. If that may be so, re-encrypt everything afterwards.',
    oldCopiesTitle: 'Earlier copies keep the old passphrase',
    submit: 'Change the passphrase',
    submitting: 'Changing the passphrase…',
    doneTitle: 'The passphrase is changed',
    doneText:
      'From now on, Attune unlocks with the new one. The recovery key stays as it was. Backups made before today still open with the old passphrase.',
    reencrypt: 'Re-encrypt everything…',
  },

  recovery: {
    title: 'Recovery key',
    none: 'You have none yet. Until you make one, a forgotten passphrase is final: nobody can open your notes again.',
    since: 'You have a recovery key, made on {{date}}. It opens the vault without the passphrase.',
    make: 'Make a recovery key',
    makeNew: 'Make a new recovery key',
    heading: 'Make a recovery key',
    headingNew: 'Make a new recovery key',
    lead: 'The recovery key is a row of characters on paper that opens the vault if the passphrase is ever lost.',
    leadNew:
      'Make a new one if the paper is lost or somebody else may have seen it. The one before keeps working until you have confirmed the new one; after that, destroy its paper.',
    aloneTitle: 'It opens the vault without the passphrase',
    begin: 'Show the recovery key',
    doneTitle: 'The recovery key works now',
    doneText:
      'Keep its paper away from this computer. An earlier recovery key no longer opens this vault; copies and backups from before still open with the key of their time.',
  },

  pin: {
    title: 'PIN for hand-over',
    none: 'No PIN is set: coming back from a client’s form takes the passphrase.',
    set: 'A PIN is set. It brings you back from a client’s form, and does nothing else.',
    add: 'Set a PIN',
    change: 'Change the PIN',
    remove: 'Remove the PIN',
    removing: 'Removing…',
    removed: 'Removed. The passphrase brings you back.',
    heading: 'A PIN for the way back from a hand-over',
    lead: 'With a client beside you, a long passphrase is slow to type and easy to watch. A PIN of {{least}} to {{most}} digits is quicker.',
    limitsTitle: 'What it can’t do',
    limits:
      'It never unlocks the vault, and it is no help if the passphrase is forgotten. It has {{tries}} tries in each hand-over; after that, only the passphrase is taken. Choose digits that a client would not guess.',
    pin: 'PIN',
    repeated: 'The same PIN again',
    length: '{{least}} to {{most}} digits.',
    wrongLength: 'Use {{least}} to {{most}} digits, and nothing but digits.',
    common: 'This PIN is one of the first that people try. Choose digits without a pattern, and no year.',
    different: 'These two are not the same. Show both to compare them, then correct one.',
    submit: 'Set the PIN',
    submitting: 'Setting the PIN…',
    doneTitle: 'The PIN is set',
    doneText: 'It is asked for the next time you come back from a client’s form.',
  },

  reencrypt: {
    title: 'Re-encrypt everything',
    text: 'Writes the whole vault under a new key. For when somebody may know the passphrase or the recovery key of a copy, or the computer has been in other hands.',
    open: 'Re-encrypt everything',
    heading: 'Re-encrypt everything',
    lead: 'Attune makes a new key, writes all your notes again under it into a second file, checks that file from beginning to end, and only then replaces the first one. If anything goes wrong, the first one is still there.',
    changesTitle: 'What changes',
    changes:
      'Your passphrase stays. The recovery key is a new one, to be put on paper now; the one before no longer opens the vault.',
    keepsTitle: 'What it can’t reach',
    keeps:
      'Copies and backups from before stay as they are and open with the keys of their time. Delete those that could be in other hands.',
    begin: 'Make the new key',
    paperLead: 'The new recovery key works as soon as everything is re-encrypted.',
    submit: 'Re-encrypt everything',
    submitting: 'Re-encrypting everything…',
    working:
      'This takes from a few seconds to some minutes. Please leave Attune open; nothing else can be saved until it is done.',
    doneTitle: 'Everything is re-encrypted',
    doneText:
      'The vault was checked and is in place. The passphrase is the same as before, and the new recovery key works.',
  },

  kept: {
    title: 'How your notes are kept',
    encrypted:
      'Everything about clients and sessions is in one database, encrypted with a key that only your passphrase or your recovery key opens. Locking ends the part of the program that held the key.',
    network:
      'Attune makes no network request. A link to a paper opens in your browser, and only when you press it.',
    folder: 'Where your vault is kept',
    settingsFile: 'Where the settings are kept',
    settingsNote:
      'Theme, lock time and the window’s place are in a readable file outside the vault, because they are needed before it is unlocked. Nothing about clients is in it.',
    about: 'About Attune, its versions and its limits',
  },

  reminder: {
    text: 'There is no recovery key yet: a forgotten passphrase would be final.',
    make: 'Make one',
  },
} as const
