const day = 'datetime(dateStyle: medium)'

/** Words of a supervisor's comments, of the reply that brings them, and of what the therapist sees of both. */
export const replies = {
  place: { session: 'Session {{session}}', episode: 'Fall after session {{peak}}' },
  study: '{{title}} ({{reference}})',
  studyDoi: 'DOI {{doi}}',
  received: {
    title: 'From supervision',
    by: `{{name}}, came on {{date, ${day}}}`,
    shelf: 'What your supervisor wrote',
    lead: 'Since the last meeting. It stays with the client, too.',
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
    number: `Reply {{number}}, made on {{made, ${day}}}.`,
    future:
      'The clock of the computer that made it was ahead of yours. That changes nothing: replies are put in order by their numbers.',
    repeated: 'You have this reply already',
    older: 'This reply is older than one that you have',
    unchanged: 'Nothing was changed.',
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
    },
    submit: 'Take in the comments',
    done_one: 'Taken in: one comment from {{name}}.',
    done_other: 'Taken in: {{count}} comments from {{name}}.',
    removed_one: 'One comment that was taken back is gone.',
    removed_other: '{{count}} comments that were taken back are gone.',
    look: 'See the agenda',
    refused: '{{name}} was not opened',
    nothing: 'Nothing was taken in, and nothing was changed.',
    people: 'Go to People',
    reason: {
      'file-too-large': 'It is larger than any reply, or it is no ordinary file.',
      'not-encrypted': 'It is no reply: a reply is an encrypted file.',
      'not-for-one-person':
        'It is encrypted with a passphrase or for several people. A reply is for one person’s keys.',
      'not-for-you':
        'It is made for other keys than yours. Perhaps it is for somebody else, or for keys that you had before: give your supervisor your card again.',
      damaged: 'It is damaged or cut off. Ask for the file again.',
      'not-signed': 'It is not signed, so nobody can say who made it.',
      forged: 'Its signature does not fit its content. It was changed after it was signed; ask the sender.',
      'unknown-sender':
        'Nobody among your people has signed it. Add the sender’s card and compare words first.',
      'sender-not-compared':
        'You have not compared words with the sender yet. Do that on the phone or in person, then open the file again.',
      'sender-keys-changed':
        'The sender’s keys are not those that you compared. A new computer looks like this, and so does an attack: talk to the sender, and compare words again.',
      'too-large': 'There is more in it than in any reply.',
      'too-deep': 'Its content is nested deeper than in any reply.',
      'not-json': 'Its content is not in the form of a reply.',
      'not-a-bundle':
        'Its content is something else than a reply. A bundle is opened under Those I supervise.',
      'newer-version': 'It was made by a newer Attune. Update Attune, then open it again.',
      'unknown-field': 'It holds something that replies don’t have.',
      'out-of-range': 'It holds an impossible number.',
      'unsafe-text': 'It holds characters that hide or turn what is written.',
      'not-valid': 'Its content does not hold together.',
      'not-canonical': 'It is not written in the one way in which Attune writes replies.',
      'other-sender': 'It was signed by one person and made out from another.',
      'other-recipient': 'It was made for another person, and then encrypted for you.',
    },
  },
} as const
