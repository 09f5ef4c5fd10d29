/** One whole screen: what happened, what is safe, and what to do, in steps. */
export interface TroubleWords {
  readonly title: string
  readonly happened: string
  readonly safe: string
  readonly steps: readonly string[]
}

const ownBackup =
  'Otherwise put back a copy of the vault’s folder from your own backup of this computer, and try again.'

/** Words of the screens for trouble that stops everything else. None of them offers to delete data or to start over. */
export const trouble = {
  safeTitle: 'What is safe',
  doTitle: 'What you can do',
  folder: 'The vault’s folder',
  restore: 'Restore from a backup…',
  quit: 'Quit Attune',
  stillSo: 'Attune has looked again. Nothing has changed yet.',

  goOn: 'Go on with this vault',
  lookFirst: 'Look at it first',
  newestBackup: 'Your newest backup is of {{when}}.',
  noBackup: 'Attune finds no backup that this vault’s key opens.',
  goneBack: {
    older: {
      title: 'This vault is older than the one last used here',
      happened:
        'It holds fewer changes than when Attune last closed a vault in this place. An earlier copy was put where the newer one was: by you, by a program that syncs or backs up files, or by somebody else who can write to this folder.',
      safe: 'Attune has changed nothing. You can look at everything; nothing is saved until you decide.',
      steps: [
        'If you put back a copy on purpose, all is well: go on.',
        'Otherwise quit and look for the newer files: in the computer’s bin, in a synced folder’s earlier versions, in your own backup of this computer.',
        'Or restore the newest backup. Attune keeps this copy beside it.',
      ],
    },
    changed: {
      title: 'The vault’s file is not the one that Attune closed',
      happened:
        'While Attune was closed, the file was exchanged for an earlier one, as a whole or in parts. Nobody can have written anything new into it without your passphrase. But what you read in it may be from an earlier day.',
      safe: 'Attune has changed nothing. You can look at everything; nothing is saved until you decide.',
      steps: [
        'If you put back a copy on purpose, all is well: go on.',
        'Otherwise restore the newest backup. Attune keeps this file beside it.',
        'Before that, look at what you wrote last, and note down what a backup may not have yet.',
      ],
    },
    'newer-backup': {
      title: 'One of your backups is newer than this vault',
      happened:
        'It holds changes that this vault doesn’t have. So an earlier copy of the vault’s folder was put back, or you use a copy of this vault on another computer that backs up to the same folder.',
      safe: 'Attune has changed nothing. You can look at everything; nothing is saved until you decide.',
      steps: [
        'If you put back a copy on purpose, all is well: go on. The newer backups stay.',
        'Otherwise restore the newest backup. Attune keeps this copy beside it.',
      ],
    },
  },

  screens: {
    'header-damaged': {
      title: 'Attune can’t read the vault’s header',
      happened:
        'The header is the small file that your passphrase opens, and that in turn opens your notes. Both copies of it are missing or damaged, so Attune can’t tell whether a passphrase is right.',
      safe: 'Attune has changed nothing and will make no new vault here. Your notes remain encrypted; nobody can read them.',
      steps: [
        'Leave the folder as it is. Please don’t delete, rename or “clean up” anything in it.',
        'Copy the whole folder to another place, so that nothing more can be lost.',
        'Restore from a backup if Attune has made one. It opens with the passphrase of the day it was made.',
        'Otherwise, from your own backup of this computer, put back vault.json or vault.copy.json from a time when this vault already existed, and try again.',
      ],
    },
    'vault-missing': {
      title: 'The vault’s database is not where it should be',
      happened:
        'The header is here and your passphrase fits it, but the file with your notes is gone from beside it. It may have been moved or renamed, or a synced folder may not have brought it yet.',
      safe: 'Attune has changed nothing and has made no new vault in its place.',
      steps: [
        'Look for a file called vault-1.db (the number may differ): in the computer’s bin, on another drive, in the folder’s earlier versions.',
        'If the folder is synced between computers, wait until the syncing has finished.',
        'Put the file back into the folder below and try again.',
        ownBackup,
      ],
    },
    'vault-empty': {
      title: 'The vault’s database is an empty file',
      happened:
        'Your passphrase fits, but the file that should hold your notes has nothing in it. A syncing program or a cleaning program leaves files like this, and so does a copy that was broken off.',
      safe: 'Attune has not touched the file and will never take an empty one for a new beginning.',
      steps: [
        'Leave the empty file where it is for now.',
        'If the folder is synced, look for an earlier version of the file there.',
        'Restore from a backup if Attune has made one.',
        ownBackup,
      ],
    },
    'vault-damaged': {
      title: 'The vault’s database is damaged',
      happened:
        'Your passphrase is right: it opened the key. The file with your notes has changed on the disk since Attune last wrote it, and Attune can’t open it as it is.',
      safe: 'Attune has changed nothing in the file. Much of it may still be whole, so it is worth keeping.',
      steps: [
        'Copy the whole folder to another place before anything else. Don’t delete it.',
        'Restore from a backup if Attune has made one.',
        ownBackup,
        'If this has happened before, have the disk checked: damage of this kind often comes before a disk fails.',
      ],
    },
    'vault-tampered': {
      title: 'Somebody has changed the vault’s header',
      happened:
        'A number in the header is higher than Attune can have counted. A damaged disk does not do this: a person or another program has written it there.',
      safe: 'Attune has not gone by that number and has changed nothing. Your notes remain encrypted; nobody can read them.',
      steps: [
        'Copy the whole folder to another place before anything else. Don’t delete it.',
        'Restore from a backup if Attune has made one. It opens with the passphrase of the day it was made.',
        ownBackup,
        'Find out who else can write to this folder: another account, a syncing program, a person at this computer.',
      ],
    },
    'vault-not-ours': {
      title: 'The file in the vault’s place is not Attune’s',
      happened:
        'Your passphrase fits the header, but the file beside it was made by another program or belongs to another vault.',
      safe: 'Attune has not changed that file, nor the header.',
      steps: [
        'If you copied files by hand, check that the header and the database come from the same folder.',
        'Move the wrong file out of the folder below, put the right one there, and try again.',
        ownBackup,
      ],
    },
    'vault-newer': {
      title: 'This vault was last used by a newer Attune',
      happened:
        'A newer version keeps its notes in a form that this one does not know. It could misread them, so it leaves them alone.',
      safe: 'Every byte of the vault is as the newer Attune left it.',
      steps: [
        'Update Attune on this computer, then unlock as usual.',
        'Or open the vault with the newer Attune, where you last used it.',
        'If you have never used a newer Attune, somebody else has put these files here. Restore from a backup then: Attune keeps the present files under other names.',
      ],
    },
    'vault-in-use': {
      title: 'Another program is using the vault',
      happened:
        'The file with your notes is held by something else: an Attune that another user of this computer has open, or a backup, syncing or virus program that is reading it.',
      safe: 'Nothing was changed. Two programs writing at once could do harm, so Attune waits.',
      steps: [
        'If somebody else is logged in on this computer, ask them to quit Attune.',
        'If a backup or a scan is running, let it finish.',
        'Then try again.',
      ],
    },
    'vault-not-starting': {
      title: 'The part of Attune that opens the vault does not start',
      happened:
        'Attune keeps your notes in a process of its own. That process has ended each time it was started.',
      safe: 'Your vault was not opened and is untouched.',
      steps: [
        'Quit Attune and start it again.',
        'If that doesn’t help, restart the computer.',
        'If it still doesn’t, install Attune again. The vault stays where it is, and so do its backups.',
      ],
    },
    'self-test-failed': {
      title: 'Attune’s encryption does not work as it should here',
      happened:
        'At each start, Attune encrypts something known and looks whether the known result comes out. This time it did not, so it will not touch your notes with it.',
      safe: 'Nothing was opened and nothing was changed. Your vault and its backups are as they were.',
      steps: [
        'Quit Attune and start it again.',
        'If it happens again, install Attune again from where you first got it; the file on this computer may be damaged.',
        'If it still happens, use another computer, with a copy of the vault’s folder. Have this one’s memory checked.',
      ],
    },
    'vault-read-only': {
      title: 'Attune may not use the vault’s folder',
      happened:
        'The folder or its disk is set so that Attune can’t write there, or can’t even look into it. It may belong to another user of this computer.',
      safe: 'Nothing was changed. What was saved is still there.',
      steps: [
        'Check that you are logged in as the user who made the vault.',
        'If the folder is on a memory card or an external drive, check its lock switch.',
        'Allow yourself to read and write in the folder below, then try again.',
      ],
    },
    'disk-full': {
      title: 'The disk is full',
      happened: 'Opening the vault takes a little free space on its disk, and there is none left.',
      safe: 'Everything that was saved is still there. Nothing was half-written.',
      steps: [
        'Free some space: emptying the computer’s bin is often enough.',
        'Please leave the folder below out of it.',
        'Then try again.',
      ],
    },
    'disk-error': {
      title: 'The disk can’t be read or written',
      happened:
        'The system reports an error from the drive that the vault is on. It may have been unplugged, or it may be failing.',
      safe: 'Attune stopped at once and changed nothing more. What was saved before is on the drive.',
      steps: [
        'If the vault is on an external drive, check the cable and plug it in again.',
        'Then try again.',
        'If it happens again, copy the folder below to another drive while it can still be read, and have the disk checked.',
      ],
    },
    'out-of-memory': {
      title: 'There is not enough memory to check the passphrase',
      happened:
        'Turning a passphrase into a key takes about 130 MB for a second. That is what makes guessing it so costly, so Attune does not take less.',
      safe: 'Your notes are untouched.',
      steps: ['Close some programs or browser tabs.', 'Then try again.'],
    },
    'vault-exists': {
      title: 'There is a vault here already',
      happened: 'Something of a vault turned up in the folder while a new one was about to be made.',
      safe: 'Attune never writes over a vault. It has made none, and the one that is there is as it was.',
      steps: ['Try again: Attune will then ask for the passphrase of the vault that is there.'],
    },
    unknown: {
      title: 'Attune can’t get to the vault',
      happened: 'Something went wrong that Attune has no name for.',
      safe: 'Your vault was not opened, and nothing in it was changed. Attune deletes nothing, and makes no new vault in its place.',
      steps: [
        'Try again.',
        'If that doesn’t help, quit Attune and start it again; then restart the computer.',
      ],
    },
  },
} as const satisfies {
  screens: Record<string, TroubleWords>
  goneBack: Record<string, TroubleWords>
} & Record<string, unknown>
