const day = 'datetime(dateStyle: medium)'

/** Words of a supervisor's comments, of the reply that brings them, and of what the therapist sees of both. */
export const replies = {
  place: { session: 'Session {{session}}', episode: 'Drop after session {{peak}}' },
  finding: 'A study found: {{finding}}',
  study: '{{title}} ({{reference}})',
  studyDoi: 'DOI {{doi}}',
  comments: {
    title: 'My comments',
    loading: 'Reading your comments…',
    lead: 'For {{therapist}}. Nothing leaves before you save a reply.',
    none: 'No comment yet.',
    edit: 'Correct',
    remove: 'Take back',
    removed: 'Taken back. If it has left already, the next reply removes it there, too.',
    of: '{{place}}: {{text}}',
    new: 'Write a comment',
    beside: 'Comment',
    correct: 'Correct the comment',
    about: 'About',
    choose: 'Choose a session or a drop',
    text: 'Comment',
    study: 'A study from the library',
    noStudy: 'No study',
    finding: 'Which finding',
    chooseFinding: 'Choose a finding',
    withoutStudy: 'Without the study',
    keptStudy: 'With the study: {{title}}',
    studyAbout: 'Its title, reference, DOI and finding go along as text.',
    save: 'Save comment',
    saved: 'Saved. It leaves with the next reply.',
    cancel: 'Leave it as it is',
    toReply: 'Write a reply',
  },
  lines: {
    title: 'My list',
    lead: 'What to talk about, for you alone. It goes into no reply. Your backups hold it, as everything here.',
    label: 'Something to talk about',
    add: 'Add',
    done: 'Talked about',
    open: 'Open again',
    remove: 'Remove',
    wasDone: 'Talked about: {{line}}',
    all: 'On my list',
  },
  reply: {
    title: 'Reply to {{name}}',
    subtitle: 'You see what leaves before anything is saved.',
    loading: 'Putting the reply together…',
    back: 'Back',
    nothing: 'There is no comment to send yet.',
    nothingAdvice: 'Open a client that was shared with you, and write a comment on a session or a drop.',
    unsettled: 'The words of this person are not compared',
    unsettledAdvice: 'Compare words under People first. Nothing has left.',
    exact:
      'This is everything that is in it: your comments, each client’s pseudonym, and which bundle it answers. It replaces the reply before.',
    client: 'Client {{pseudonym}}',
    empty: 'No comment any more. Those that came before are removed at the therapist’s.',
    raw: 'The document itself, character by character',
    save: 'Save the reply for {{name}}',
    saved: 'Saved as “{{file}}”. Only {{name}} can open it. Send it in any way you both choose.',
  },
  received: {
    title: 'From supervision',
    by: `{{name}}, came on {{date, ${day}}}`,
    shelf: 'What your supervisor wrote',
    lead: 'New comments, then what came since the last meeting. All stay with the client, too.',
    new: 'New',
    read: 'Mark as read',
    none: 'Nothing has come since the last meeting.',
    open: 'Open a reply',
    mark: 'comment: {{text}}',
  },
  import: {
    title: 'Open a reply',
    subtitle: 'You see what is in it before anything is saved.',
    about:
      'Choose the file that your supervisor has saved for you. It opens only with your keys, and only if you have compared words with the person who made it.',
    choose: 'Choose a file',
    chooseAnother: 'Choose another file',
    from: 'From {{name}}',
    made: `Made on {{made, ${day}}}.`,
    future:
      'The clock of the computer that made it was ahead of yours. That changes nothing: replies are put in order by their numbers.',
    repeated: 'This reply has come before',
    older: 'This reply is older than one that has come',
    unchanged: 'Nothing was changed. The newest reply holds every comment.',
    clients: 'Comments in it',
    added_one: '{{count}} new comment.',
    added_other: '{{count}} new comments.',
    changed_one: '{{count}} corrected comment.',
    changed_other: '{{count}} corrected comments.',
    withdrawn_one: '{{count}} comment was taken back and is removed.',
    withdrawn_other: '{{count}} comments were taken back and are removed.',
    same: 'As before.',
    skipped: 'Left out',
    reasonSkipped: {
      gone: '{{pseudonym}}: this client was withdrawn or erased. The comments are not taken in.',
      'unknown-client': '{{pseudonym}}: nobody here has had this pseudonym for this supervisor.',
      'unknown-bundle':
        '{{pseudonym}}: it answers a bundle that this vault has not sent, perhaps because an older copy was restored. Save a new bundle, and ask for a new reply.',
      'other-client':
        '{{pseudonym}}: a comment in it is on another of your clients already. None of the comments under this pseudonym are taken in.',
    },
    submit: 'Take in the comments',
    done_one: 'Taken in: one comment from {{name}}.',
    done_other: 'Taken in: {{count}} comments from {{name}}.',
    removed_one: 'One comment that was taken back is gone.',
    removed_other: '{{count}} comments that were taken back are gone.',
    look: 'See the agenda',
    refused: '“{{name}}” was not opened',
    nothing: 'Nothing was taken in, and nothing was changed.',
    people: 'Go to People',
    reason: {
      'file-too-large':
        'It is larger than any reply, or it is not an ordinary file. Check that you chose the right one.',
      'not-encrypted': 'It is not a reply: a reply is an encrypted file. Check that you chose the right one.',
      'not-for-one-person':
        'It is encrypted with a passphrase or for several people. A reply is for one person’s keys. Ask your supervisor to save it for you in Attune.',
      'not-for-you':
        'It is made for other keys than yours. Perhaps it is for somebody else, or for keys that you had before: give your supervisor your card again.',
      damaged: 'It is damaged or cut off. Ask for the file again.',
      'not-signed':
        'It is not signed, so nobody can say who made it. Ask your supervisor to save it again in Attune.',
      forged: 'Its signature does not fit its content. It was changed after it was signed; ask the sender.',
      'unknown-sender':
        'Nobody among your people has signed it. Add the sender’s card and compare words first.',
      'sender-not-compared':
        'You have not compared words with the sender yet. Do that on the phone or in person, then open the file again.',
      'sender-keys-changed':
        'The sender’s keys are not those that you compared. A new computer looks like this, and so does an attack: talk to the sender, and compare words again.',
      'too-large':
        'There is more in it than in any reply. Ask your supervisor whether it was made in Attune.',
      'too-deep': 'It is not built as a reply is. Ask your supervisor whether it was made in Attune.',
      'not-json': 'It does not have the form of a reply. Ask your supervisor whether it was made in Attune.',
      'not-a-bundle': 'It is something other than a reply. A bundle is opened under Those I supervise.',
      'newer-version': 'It was made by a newer Attune. Update Attune, then open it again.',
      'unknown-field':
        'It holds something that replies don’t have. Ask your supervisor whether it was made in Attune.',
      'out-of-range': 'It holds an impossible number. Ask your supervisor to save it again.',
      'unsafe-text':
        'It holds characters that hide or turn what is written. Ask your supervisor to save it again.',
      'not-valid': 'Its parts do not fit together. Ask your supervisor to save it again.',
      'not-canonical':
        'It is not written as Attune writes replies. Ask your supervisor whether it was made in Attune.',
      'other-sender':
        'One person signed it, and it names another as its sender. Ask them both before you trust it.',
      'other-recipient':
        'It was made for another person, and then encrypted for you. Ask your supervisor for one of your own.',
    },
  },
} as const
