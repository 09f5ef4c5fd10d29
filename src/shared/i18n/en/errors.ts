import type { ErrorCode } from '../../contract/outcome.ts'

/** What happened, and what to do next; each says what is safe where that could be in doubt. */
export const errors = {
  'not-available': {
    title: 'This can’t be done right now.',
    advice: 'Attune may have just locked. Unlock it and try again; drafts are kept.',
  },
  'not-found': {
    title: 'This is no longer there.',
    advice: 'It may have been removed. Go back to the list and choose again.',
  },
  'invalid-input': {
    title: 'Something in this form can’t be stored as it is.',
    advice: 'Check the fields that are marked. Nothing was changed, and what you typed is still here.',
  },
  conflict: {
    title: 'This was changed in the meantime.',
    advice: 'Reopen it to see the newer version. What you typed is kept as a draft.',
  },
  internal: {
    title: 'That didn’t work, and Attune doesn’t know why.',
    advice: 'Nothing was half-written. Try again; if it happens again, quit Attune and start it anew.',
  },
  'passphrase-too-short': {
    title: 'This passphrase is too short.',
    advice: 'Use at least 12 characters. Five unrelated words are easy to remember and hard to guess.',
  },
  'wrong-passphrase': {
    title: 'This passphrase doesn’t match.',
    advice: 'Check Caps Lock and the keyboard layout, then try again. Nothing was changed.',
  },
  'vault-exists': {
    title: 'There is a vault here already.',
    advice: 'Attune never writes over one. Start Attune anew and unlock it with its passphrase.',
  },
  'vault-missing': {
    title: 'The vault’s database is not where it should be.',
    advice:
      'Nothing was changed and no new vault was made. If you moved the file or use a synced folder, put it back and try again.',
  },
  'vault-empty': {
    title: 'The vault’s database is an empty file.',
    advice:
      'Attune has not touched it and made no new one in its place. Put back a copy of the file from your own backup of this computer, then try again.',
  },
  'vault-damaged': {
    title: 'The vault is damaged and can’t be opened.',
    advice:
      'Your passphrase is not the problem, and Attune has not changed the file. Keep it as it is, and put back a copy from your own backup of this computer.',
  },
  'vault-not-ours': {
    title: 'The file in the vault’s place is not a vault of Attune’s.',
    advice: 'Attune has not changed it. Put the right file back and try again.',
  },
  'vault-newer': {
    title: 'This vault was last used by a newer Attune.',
    advice: 'Update Attune to open it. The vault was left untouched.',
  },
  'vault-in-use': {
    title: 'Another program is using the vault.',
    advice: 'Close the other Attune, or wait for a backup program to finish, then try again.',
  },
  'vault-not-starting': {
    title: 'The part of Attune that opens the vault does not start.',
    advice:
      'Your data is untouched. Quit Attune and start it again; if that doesn’t help, install Attune anew. The vault stays where it is.',
  },
  'vault-read-only': {
    title: 'Attune may not write to the vault’s folder.',
    advice: 'Check that the folder can be written to and that the disk is not locked. Nothing was changed.',
  },
  'disk-full': {
    title: 'The disk is full.',
    advice: 'What you typed is still here. Free some space, then save again.',
  },
  'disk-error': {
    title: 'The disk could not be read or written.',
    advice: 'What you typed is still here. Check that the drive is connected, then try again.',
  },
  'out-of-memory': {
    title: 'There is not enough memory to check the passphrase.',
    advice: 'Attune needs about 130 MB free for a second. Close some programs and try again.',
  },
  'code-taken': {
    title: 'Another client has this code.',
    advice: 'Choose a different code, so that the two can’t be mistaken for each other.',
  },
  'rated-in-future': {
    title: 'This session lies in the future.',
    advice:
      'It can be planned, but not rated or marked as held. Change its date, or rate it when the day has come.',
  },
  'rating-out-of-range': {
    title: 'A rating lies outside its scale.',
    advice:
      'Use a number from 0 to 10, or leave it empty. Nothing was saved, and what you entered is still here.',
  },
  'guess-sealed': {
    title: 'The guess is sealed.',
    advice: 'It was made before the client’s rating could be seen, and stays as it was.',
  },
  'status-not-possible': {
    title: 'The session can’t go back to that.',
    advice: 'A session that was held can become a late cancel or a no show, but not planned again.',
  },
  'pack-needed': {
    title: 'Attune needs this form.',
    advice:
      'Its screens are built on it, so it stays on offer. You can leave it out of what a client is given.',
  },
  'pack-in-use': {
    title: 'This instrument can’t be removed.',
    advice:
      'It has been answered, or it came with Attune. Retire it instead: it is no longer offered, and every answer keeps the words it was given to.',
  },
  'form-not-offered': {
    title: 'One of these forms can’t be given to a client.',
    advice:
      'It may have been retired in the meantime. Choose again from the forms on offer; nothing was changed.',
  },
  'risk-not-acknowledged': {
    title: 'This answer has not been acknowledged yet.',
    advice: 'Read it and acknowledge it first. It stays open until then.',
  },
} as const satisfies Record<ErrorCode, { title: string; advice: string }>
