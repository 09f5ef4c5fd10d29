import type { ErrorCode } from '../../contract/result.ts'

/** The three parts of a failure's words: what happened, what is safe (or that nothing changed), and what to do next. */
export interface FailureWords {
  readonly title: string
  readonly safe: string
  readonly advice: string
}

/** The words of every failure. They never blame anybody and always say whether the person's data is safe. */
export const errors = {
  'not-available': {
    title: 'This can’t be done right now.',
    safe: 'Drafts are kept.',
    advice: 'Attune may have just locked. Unlock it and try again.',
  },
  'not-found': {
    title: 'This is no longer there.',
    safe: 'Nothing was changed.',
    advice: 'It may have been removed. Go back to the list and choose again.',
  },
  'invalid-input': {
    title: 'Something in this form can’t be saved as it is.',
    safe: 'Nothing was changed, and what you typed is still here.',
    advice: 'Check the fields that are marked.',
  },
  conflict: {
    title: 'This was changed in the meantime.',
    safe: 'What you typed is kept as a draft.',
    advice: 'Reopen it to see the newer version.',
  },
  internal: {
    title: 'That didn’t work, and Attune doesn’t know why.',
    safe: 'Everything saved earlier is safe, and nothing was saved by half.',
    advice: 'Try again; if it happens again, quit Attune and start it again.',
  },
  'file-takes-too-long': {
    title: 'This file takes too long to read.',
    safe: 'Attune stopped after 45 seconds and changed nothing.',
    advice: 'Try a smaller part of it, or export it again from the program that it came from.',
  },
  'file-needs-too-much-memory': {
    title: 'This file needs too much memory to read.',
    safe: 'Attune stopped and changed nothing.',
    advice: 'Try a part of it, in a file of its own.',
  },
  'reading-cancelled': {
    title: 'The file was not read to its end.',
    safe: 'Nothing was changed.',
    advice: 'Choose it again whenever you like.',
  },
  'reading-failed': {
    title: 'Reading this file failed.',
    safe: 'The part of Attune that reads files stopped. Nothing was changed.',
    advice: 'Try it once more. If it fails again, export the file again from the program that it came from.',
  },
  'passphrase-too-short': {
    title: 'This passphrase is too short.',
    safe: 'Nothing was changed.',
    advice: 'Use at least 12 characters. Five unrelated words are easy to remember and hard to guess.',
  },
  'passphrase-weak': {
    title: 'This passphrase is easy to guess.',
    safe: 'Nothing was changed.',
    advice:
      'It repeats itself, follows the keyboard, or is one that many people use. Take the five words that Attune offers, or several words that have nothing to do with each other.',
  },
  'passphrase-of-vault': {
    title: 'This is the passphrase that opens Attune.',
    safe: 'Nothing was saved.',
    advice:
      'Choose another one for this file. A person who gets the file and its passphrase could otherwise open the vault, too.',
  },
  'wrong-passphrase': {
    title: 'This passphrase doesn’t match.',
    safe: 'Nothing was changed.',
    advice: 'Check Caps Lock and the keyboard layout, then try again.',
  },
  'proof-needed': {
    title: 'This needs your passphrase once more.',
    safe: 'Nothing was changed or saved.',
    advice: 'Some minutes have passed since you typed it. Begin again, and type it when Attune asks.',
  },
  'wrong-recovery-key': {
    title: 'This recovery key does not open this vault.',
    safe: 'Nothing was changed.',
    advice:
      'It was typed as it was printed, but it belongs to another vault or to an earlier time: only the one confirmed last works. Look for a newer paper.',
  },
  'recovery-key-mistyped': {
    title: 'This recovery key is not typed as it was printed.',
    safe: 'Nothing has been tried with it yet.',
    advice: 'Look at the marked groups and at the paper, character by character, and correct what differs.',
  },
  'recovery-key-not-set': {
    title: 'This vault has no recovery key.',
    safe: 'Nothing was changed.',
    advice: 'Use its passphrase; nothing else opens it.',
  },
  'recovery-key-not-confirmed': {
    title: 'One of the two groups differs from the new recovery key.',
    safe: 'The new key does not work yet; what opened your vault before still does.',
    advice: 'Read the group off the paper again, and make sure that it is the paper printed just now.',
  },
  'pin-common': {
    title: 'This PIN is one of the first that people try.',
    safe: 'Nothing was changed.',
    advice: 'Choose digits without a pattern: no run such as 1234, no pair such as 1212, no year.',
  },
  'wrong-pin': {
    title: 'This PIN doesn’t match.',
    safe: 'The answers given so far are kept.',
    advice: 'Try again, or use the passphrase.',
  },
  'pin-used-up': {
    title: 'The PIN has been wrong three times.',
    safe: 'The answers given so far are kept.',
    advice: 'Use the passphrase now. The PIN works again at the next hand-over.',
  },
  'vault-exists': {
    title: 'There is a vault here already.',
    safe: 'Attune never writes over one.',
    advice: 'Start Attune again and unlock it with its passphrase.',
  },
  'vault-missing': {
    title: 'The vault’s database is not where it should be.',
    safe: 'Nothing was changed and no new vault was made.',
    advice: 'If you moved the file or use a synced folder, put it back and try again.',
  },
  'vault-empty': {
    title: 'The vault’s database is an empty file.',
    safe: 'Attune has not touched it and made no new one in its place.',
    advice: 'Put back a copy of the file from a backup, then try again.',
  },
  'vault-damaged': {
    title: 'The vault is damaged.',
    safe: 'Your passphrase is not the problem, and Attune has not changed the file.',
    advice: 'Keep it as it is, and put back a backup.',
  },
  'vault-tampered': {
    title: 'A number in the vault’s files is higher than Attune can have written.',
    safe: 'Attune has not counted on from it and has changed nothing.',
    advice: 'Keep the folder as it is, and put back a backup.',
  },
  'vault-not-ours': {
    title: 'The file in the vault’s place is not a vault of Attune’s.',
    safe: 'Attune has not changed it.',
    advice: 'Put the right file back and try again.',
  },
  'vault-newer': {
    title: 'This vault was last used by a newer Attune.',
    safe: 'The vault was left untouched.',
    advice: 'Update Attune to open it.',
  },
  'vault-in-use': {
    title: 'Another program is using the vault.',
    safe: 'Nothing was changed.',
    advice: 'Close the other Attune, or wait for a backup program to finish, then try again.',
  },
  'vault-not-starting': {
    title: 'The part of Attune that opens the vault does not start.',
    safe: 'Your data is untouched.',
    advice:
      'Quit Attune and start it again; if that doesn’t help, install Attune again. The vault stays where it is.',
  },
  'vault-read-only': {
    title: 'Attune may not write to the vault’s folder.',
    safe: 'Nothing was changed, and what you typed is still here.',
    advice: 'Check that the folder can be written to and that the disk is not locked, then try again.',
  },
  'file-not-granted': {
    title: 'The file has to be chosen again.',
    safe: 'Nothing was read or written.',
    advice: 'A chosen file is good for one use, and for half an hour. Choose it once more.',
  },
  'place-not-allowed': {
    title: 'This can’t be saved there.',
    safe: 'Nothing was written.',
    advice:
      'It is the vault’s own folder, or that name belongs to a backup or to something other than a file. Choose another name or folder.',
  },
  'place-missing': {
    title: 'The chosen folder is not there.',
    safe: 'Nothing was written.',
    advice: 'If it is on a drive, plug the drive in; otherwise choose another folder.',
  },
  'place-read-only': {
    title: 'Attune may not write to the chosen folder.',
    safe: 'Nothing was written.',
    advice: 'Choose another folder, or allow writing to this one.',
  },
  'place-silent': {
    title: 'The chosen folder does not answer.',
    safe: 'Nothing was written there.',
    advice:
      'Check the network or the drive that it is on. Attune goes on without it, and asks it again at the next backup.',
  },
  'read-only': {
    title: 'The vault is open for reading only.',
    safe: 'Nothing was changed.',
    advice: 'Nothing can be saved at the moment. The note at the top says why, and what to do.',
  },
  'vault-changed-underneath': {
    title: 'Another program has changed the vault’s files.',
    safe: 'Attune has not written over them. What you typed is still on the screen.',
    advice:
      'Copy what you typed, lock Attune, and check whether a synced folder or a backup program has replaced the vault. Then unlock it again.',
  },
  'vault-being-replaced': {
    title: 'Attune is replacing the vault with another copy.',
    safe: 'Nothing was changed. What you typed is still on the screen.',
    advice: 'Wait a moment. Attune saves what you typed as soon as the vault takes changes again.',
  },
  'import-running': {
    title: 'Attune is saving an import at the moment.',
    safe: 'Nothing was changed. What you typed is still on the screen.',
    advice: 'Wait until the import is saved, or cancel it. Then try again.',
  },
  'self-test-failed': {
    title: 'Attune’s encryption does not work as it should on this computer.',
    safe: 'Your vault was not opened and is untouched.',
    advice:
      'Attune checks its encryption with known answers at each start, and one came out wrong. Install Attune again; if that doesn’t help, use another computer.',
  },
  'backup-damaged': {
    title: 'This backup is damaged.',
    safe: 'The vault and the other backups are unchanged.',
    advice: 'Choose another backup. This one is incomplete, or something in it was changed.',
  },
  'backup-folder-forgotten': {
    title: 'Attune can’t read which second folder you chose.',
    safe: 'The backups in that folder are unchanged. Attune keeps using its own folder.',
    advice: 'If you had chosen a second folder for backups, choose it again.',
  },
  'backup-newer': {
    title: 'This backup was made by a newer Attune.',
    safe: 'The vault and the backup are unchanged.',
    advice: 'Update Attune, then open the backup again.',
  },
  'backup-not-ours': {
    title: 'This file is not a backup of Attune’s.',
    safe: 'Nothing was changed.',
    advice: 'Choose a file that ends in .attunebackup.',
  },
  'backup-other-vault': {
    title: 'This backup is of another vault.',
    safe: 'Nothing was changed.',
    advice: 'If that is the one you want, look at what it holds and confirm it.',
  },
  'backup-needs-secret': {
    title: 'This backup has a passphrase of its own.',
    safe: 'Nothing was changed.',
    advice: 'Type the passphrase that was in use when it was made, or its recovery key.',
  },
  'restore-expired': {
    title: 'This backup has to be opened again.',
    safe: 'Nothing was changed.',
    advice:
      'Attune was locked, the vault was re-encrypted, or another backup was opened in the meantime. Choose the backup once more.',
  },
  'set-aside-not-proven': {
    title: 'Attune found no other copy of what this file holds.',
    safe: 'Nothing was deleted.',
    advice:
      'The file may be damaged, or from a vault with another key, so Attune can’t compare it with a backup. If you are sure that you don’t need it, delete it in the vault’s folder yourself.',
  },
  'disk-full': {
    title: 'The disk is full.',
    safe: 'Everything saved earlier is safe, and what you typed is still here.',
    advice: 'Free some space, then save again.',
  },
  'disk-error': {
    title: 'The disk could not be read or written.',
    safe: 'What you typed is still here.',
    advice: 'Check that the drive is connected, then try again.',
  },
  'out-of-memory': {
    title: 'There is not enough memory to check the passphrase.',
    safe: 'Your notes are untouched.',
    advice: 'Attune needs about 130 MB free for a second. Close some programs and try again.',
  },
  'name-taken': {
    title: 'Another person on your list has this name.',
    safe: 'Nothing was changed, and what you typed is still here.',
    advice: 'Add something that tells the two apart, such as a place.',
  },
  'code-taken': {
    title: 'Another client has this code.',
    safe: 'Nothing was changed, and what you typed is still here.',
    advice: 'Choose a different code, so that the two can’t be mistaken for each other.',
  },
  'code-looks-alike': {
    title: 'The code of another client looks the same.',
    safe: 'Nothing was changed, and what you typed is still here.',
    advice: 'Choose a code that can’t be misread, for example without a zero beside the letter O.',
  },
  'rated-in-future': {
    title: 'This session lies in the future.',
    safe: 'What you entered is still here.',
    advice: 'It can be planned, but not rated or marked as held. Change its date, or rate it on the day.',
  },
  'rating-out-of-range': {
    title: 'A rating lies outside its scale.',
    safe: 'Nothing was saved, and what you entered is still here.',
    advice: 'Use a number that its scale has, or leave it empty.',
  },
  'guess-sealed': {
    title: 'The guess is sealed.',
    safe: 'It was made before the client’s rating could be seen, and stays as it was.',
    advice: 'Everything else about the session can still be corrected.',
  },
  'status-not-possible': {
    title: 'The session can’t go back to that.',
    safe: 'It stays as it was.',
    advice: 'A session that was held can become “cancelled late” or “did not come”, but not planned again.',
  },
  'pack-needed': {
    title: 'Attune needs this form.',
    safe: 'Its screens are built on it, so it stays on offer.',
    advice: 'You can leave it out of what a client is given.',
  },
  'pack-in-use': {
    title: 'This instrument can’t be removed.',
    safe: 'It has been answered, or it came with Attune, and every answer keeps the words it was given to.',
    advice: 'Retire it instead: it is then no longer offered.',
  },
  'pack-superseded': {
    title: 'A later version has taken its place.',
    safe: 'The answers given to this version keep its words.',
    advice: 'Offer or retire the later version instead.',
  },
  'form-not-offered': {
    title: 'One of these forms can’t be given to a client.',
    safe: 'Nothing was changed.',
    advice: 'It may have been retired in the meantime. Choose again from the forms on offer.',
  },
  'prompt-gone': {
    title: 'The numbers behind this prompt have changed.',
    safe: 'The answer was not kept, and nothing else was changed.',
    advice: 'Look at the prompts shown now: they rest on the newest numbers.',
  },
  'code-not-confirmed': {
    title: 'This is not the client’s code.',
    safe: 'Nothing was erased.',
    advice: 'Type the code exactly as shown above.',
  },
  'removal-final': {
    title: 'This session can’t be brought back any more.',
    safe: 'Nothing was changed.',
    advice:
      'A removal can be undone until Attune locks. A backup from before the removal still holds the session.',
  },
  'risk-not-acknowledged': {
    title: 'This answer has not been acknowledged yet.',
    safe: 'It stays open until it is.',
    advice: 'Read it and acknowledge it first.',
  },
  'id-taken': {
    title: 'A study that comes with Attune has this id.',
    safe: 'Nothing was changed, and what you typed is still here.',
    advice: 'Give your summary another id and save it again.',
  },
  'export-too-large': {
    title: 'This is too much for one file.',
    safe: 'Nothing was written: Attune could not have read the file again.',
    advice: 'Choose fewer at a time, or shorten the longest summary.',
  },
  'nothing-to-export': {
    title: 'There are no sessions to export.',
    safe: 'Nothing was written.',
    advice: 'Choose another client, or log a session first.',
  },
  'consent-missing': {
    title: 'A chosen client has not agreed to be discussed with this person.',
    safe: 'Nothing was saved, and nothing has left.',
    advice: 'Record the client’s consent, or leave the client out.',
  },
  'nothing-to-share': {
    title: 'There is nothing to share yet.',
    safe: 'Nothing was saved.',
    advice: 'Choose at least one client.',
  },
  'share-changed': {
    title: 'What would leave is no longer what you saw.',
    safe: 'Nothing was saved, and nothing has left.',
    advice: 'Look at it again; it may have changed in the meantime, or be saved already.',
  },
  'line-not-confirmed': {
    title: 'Not every line that could give a client away is confirmed.',
    safe: 'Nothing was saved, and nothing has left.',
    advice: 'Go through the lines, confirm each one, or change what is shared.',
  },
  'too-many-comments': {
    title: 'A reply can’t hold more than 500 comments.',
    safe: 'What you wrote is still here.',
    advice: 'Take back comments that are no longer of use, then try again.',
  },
} as const satisfies Record<ErrorCode, FailureWords>
