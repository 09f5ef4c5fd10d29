/** The words for hard feelings in the feelings forms, and how each reads in a sentence. */
export const negativeFeelings = {
  'power-struggle': 'a power struggle',
  drained: 'drained',
  helpless: 'helpless',
  frustrated: 'frustrated',
} as const

export type NegativeFeeling = keyof typeof negativeFeelings

/** Whether a chosen word is one of them. */
export function isNegativeFeeling(word: string): word is NegativeFeeling {
  return Object.hasOwn(negativeFeelings, word)
}

/** The emotions that are guessed and rated one by one, and how each reads in a sentence. */
export const painfulEmotions = { sadness: 'sad', anger: 'angry', fear: 'afraid' } as const

export type PainfulEmotion = keyof typeof painfulEmotions
