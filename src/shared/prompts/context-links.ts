import type { FindingReference } from './rule.ts'

/** A study shown in a fitting place although no rule leads to it, with a caution. */
export interface ContextLink extends FindingReference {
  /** The place in the app: beside the crisis text in Settings, or on the therapist's own screen. */
  readonly place: 'crisis-text' | 'wellbeing'
  readonly words: string
}

/**
 * Studies that no honest rule could lead to: rules don't depend on who a client is, and a risk answer is no reason
 * for a prompt. Each caution states the finding and its limits.
 */
export const contextLinks: readonly ContextLink[] = [
  {
    place: 'crisis-text',
    articleId: 'simon-2022',
    effectId: 'skills-training-self-harm',
    words:
      'A caution about brief online skills training: in a trial with 18,882 outpatients, self-harm was more frequent among those offered it than with usual care alone. It says nothing about skills training with a therapist, nor about asking.',
  },
  {
    place: 'wellbeing',
    articleId: 'drinane-2021',
    effectId: 'therapists-vary',
    words:
      'With whom does the work come easily, and with whom doesn’t it? In one university service, therapists differed in how alike their clients of different sexual orientations fared. Why they differed was not studied.',
  },
  {
    place: 'wellbeing',
    articleId: 'cooper-2020',
    effectId: 'training-none',
    words:
      'A caution about training in mindfulness: in the few studies of it that a review found, empathy did not change significantly. That is not a sign that nothing changes. More mindful therapists did report less distress at others’ pain; that shows no cause.',
  },
]
