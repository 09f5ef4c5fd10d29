const day = 'datetime(dateStyle: medium)'

/** Words of the people with whom work is shared: cards, the comparison of words, and what becomes of other keys. */
export const contacts = {
  title: 'People',
  subtitle: 'Your supervisors and those you supervise.',
  loading: 'Reading the list of people…',
  purpose:
    'Here you get to know the people with whom you share your work: each gives the other a card, and you read twelve words to each other. From then on only the person you send something to can open it, and nobody else can pass for either of you.',
  state: {
    new: 'Words not compared yet',
    compared: 'Words compared',
    changed: 'Other keys have come',
  },
  list: {
    title: 'Your people',
    added: `Added on {{date, ${day}}}.`,
    settle: 'Nothing is sent to {{name}} or opened from {{name}} until you have compared words.',
    changed: 'A card with other keys has come for {{name}}. Until you settle it, nothing is sent or opened.',
  },
  own: {
    title: 'My card',
    lead: 'Your card lets another person write to you and recognise what comes from you. It holds your name and no secret, so you can send it by mail or in a message.',
    name: 'Your name',
    nameAbout: 'As the other should see it. It is on the card and nowhere else.',
    make: 'Make my card',
    change: 'Change the name',
    saveName: 'Save name',
    keepName: 'Keep the name',
    madeFor: 'Your card is in the name of {{name}}.',
    copy: 'Copy card',
    copied: 'Copied. Paste it into a message now: a lock clears it.',
    refused: 'The system did not take the card. Save it to a file instead.',
    save: 'Save card to a file…',
    saved: 'Saved to “{{name}}”.',
    asText: 'See the card as text',
    words: 'My twelve words',
    none: 'You have no card yet.',
  },
  add: {
    title: 'Add a person',
    lead: 'Paste the card that the person sent you. The message around it can stay.',
    label: 'Their card',
    submit: 'Add',
    file: 'Open a file with a card…',
    unreadable: 'This file can’t be read as text.',
    unreadableAdvice: 'Choose the file that the person sent you, or paste the card.',
    known: 'This is the card of {{name}}, which you already have. Nothing was changed.',
    sameName: 'You already have {{name}}, with other keys.',
    sameNameText:
      'It may be a new card of the same person, another person with the same name, or somebody who poses as {{name}}. Comparing words will show it.',
    samePerson: 'It’s a new card of {{name}}',
    otherName: 'A name for the other person',
    otherPerson: 'Add as another person',
    back: 'Back to the card',
    keyOfAnother: 'This is the card of {{name}}.',
    keyOfAnotherText: 'A card belongs to one person, so it can’t be added here. Nothing was changed.',
    refused: {
      'not-a-card': {
        title: 'There is no card in this text.',
        advice:
          'A card begins and ends with a line that names it. Copy the whole message and paste it again.',
      },
      'newer-version': {
        title: 'This card is from a newer version of Attune.',
        advice: 'Install that version here, too, and add the card again.',
      },
      damaged: {
        title: 'This card is damaged.',
        advice: 'Part of it is missing or was changed on the way. Ask for it again, best as a file.',
      },
      forged: {
        title: 'This card was changed after it was made.',
        advice: 'Don’t use it. Call the person, and ask for the card again in another way.',
      },
      'own-card': {
        title: 'This is your own card.',
        advice: 'Send it to the other person, and add the card that they send you.',
      },
    },
  },
  person: {
    back: 'People',
    unsettled: {
      new: {
        title: 'You have not compared words with {{name}} yet.',
        text: 'Until you have, nothing is sent to {{name}}, and nothing that comes from {{name}} is opened.',
      },
      changed: {
        title: '{{name}} has other keys than before.',
        text: 'This happens with a new computer, and also if somebody else poses as {{name}}. Until it is settled, nothing is sent, and nothing is opened.',
      },
    },
    settled:
      'You have compared words with {{name}}. Once {{name}} has typed in yours, too, you can send to each other.',
  },
  compare: {
    title: 'Compare words',
    how: 'Call {{name}} on a number that you know already, or meet. First you read your words, then {{name}} reads theirs.',
    mine: 'You read aloud',
    mineAbout: '{{name}} types them in.',
    noCard: 'You have no words yet, because you have no card.',
    makeCard: 'Make my card',
    theirs: '{{name}} reads aloud, you type',
    label: 'The twelve words that {{name}} reads',
    about: 'The first four letters of each word are enough.',
    typed_one: 'One of 12 words.',
    typed_other: '{{count}} of 12 words.',
    submit: 'Compare',
    incomplete: 'Twelve words are needed.',
    tooMany_one: 'There is one word too many.',
    tooMany_other: 'There are {{count}} words too many.',
    wrong_one: 'Word {{places, list}} is not the one on the card.',
    wrong_other: 'Words {{places, list}} are not those on the card.',
    wrongText:
      'Ask {{name}} to read them once more. If they stay different, the card is not from the person you are talking to: don’t use it, and ask for theirs in another way.',
    same: 'The words are the same.',
    refuse: 'Refuse the other keys',
    refuseAbout: 'If {{name}} knows nothing of a new card, refuse the other keys. Those from before stay.',
    refused: 'The other keys are refused. Those you compared before stay.',
  },
  later: {
    title: '{{name}} has a new card',
    lead: 'Paste the new card. You then compare words again.',
  },
  rename: {
    title: 'Name on your list',
    label: 'Name',
    submit: 'Save name',
    saved: 'Saved.',
  },
  remove: {
    title: 'Remove',
    goesWith:
      'Consents for {{name}} alone, the list of what you sent to {{name}}, and their comments on your clients go from this vault, too.',
    lead: 'To exchange anything again, you would add the card and compare words once more.',
    open: 'Remove {{name}}…',
    question: 'Remove {{name}}?',
    received_one:
      'The bundle that came from {{name}} is removed from this vault. Backups keep it for a while.',
    received_other:
      'The {{count}} bundles that came from {{name}} are removed from this vault. Backups keep them for a while.',
    nothingReceived: 'Nothing has come from {{name}}.',
    sent_one:
      '{{name}} keeps what you sent about one client, and you can no longer ask for its removal. To do that, withdraw the client first.',
    sent_other:
      '{{name}} keeps what you sent about {{count}} clients, and you can no longer ask for its removal. To do that, withdraw the clients first.',
    nothingSent: 'You have sent nothing about a client.',
    toAsk_one:
      'One client was withdrawn or erased, and you have not asked {{name}} yet to remove them. Once {{name}} is removed here, you can’t.',
    toAsk_other:
      '{{count}} clients were withdrawn or erased, and you have not asked {{name}} yet to remove them. Once {{name}} is removed here, you can’t.',
    askFirst: 'First make the bundle that asks for it',
    cancel: 'Keep {{name}}',
    confirm: 'Remove',
  },
} as const
