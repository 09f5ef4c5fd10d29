import { z } from 'zod'

/** Every topic with its title for the screen: the 36 headings of the PPRNet research blog, in its order. */
export const topics = [
  { id: 'adherence', title: 'Adherence' },
  { id: 'alliance', title: 'Alliance and therapeutic relationship' },
  { id: 'anxiety', title: 'Anxiety disorders' },
  { id: 'attachment', title: 'Attachment' },
  { id: 'attendance', title: 'Attendance, attrition and drop-out' },
  { id: 'client-factors', title: 'Client factors' },
  { id: 'client-preferences', title: 'Client preferences' },
  { id: 'cbt', title: 'Cognitive therapy (CT) and CBT' },
  { id: 'combination-therapy', title: 'Combination therapy' },
  { id: 'common-factors', title: 'Common factors' },
  { id: 'cost-effectiveness', title: 'Cost-effectiveness' },
  { id: 'depression', title: 'Depression and depressive symptoms' },
  { id: 'efficacy', title: 'Efficacy of treatments' },
  { id: 'empathy', title: 'Empathy' },
  { id: 'feedback', title: 'Feedback and progress monitoring' },
  { id: 'group-therapy', title: 'Group psychotherapy' },
  { id: 'illness', title: 'Illness and medical comorbidities' },
  { id: 'ipt', title: 'Interpersonal psychotherapy (IPT)' },
  { id: 'long-term-outcomes', title: 'Long-term outcomes' },
  { id: 'medication', title: 'Medications and pharmacotherapy' },
  { id: 'miscellaneous', title: 'Miscellaneous' },
  { id: 'neuroscience', title: 'Neuroscience and brain' },
  { id: 'outcomes', title: 'Outcomes and deterioration' },
  { id: 'personality-disorders', title: 'Personality disorders' },
  { id: 'placebo', title: 'Placebo effect' },
  { id: 'practice-research', title: 'Practice-based research and practice research networks' },
  { id: 'psychodynamic', title: 'Psychodynamic therapy (PDT)' },
  { id: 'resistance', title: 'Resistance and reactance' },
  { id: 'self-reflection', title: 'Self-reflection and awareness' },
  { id: 'suicide-crisis', title: 'Suicide and crisis intervention' },
  { id: 'termination', title: 'Termination' },
  { id: 'therapist-factors', title: 'Therapist factors' },
  { id: 'training', title: 'Training' },
  { id: 'countertransference', title: 'Transference and countertransference' },
  { id: 'trauma', title: 'Trauma and PTSD' },
  { id: 'treatment-length', title: 'Treatment length and frequency' },
] as const

/** One of the 36 topics under which summaries are filed. */
export const topicIdSchema = z.enum(topics.map((topic) => topic.id))

export type TopicId = z.infer<typeof topicIdSchema>

const titles = new Map<TopicId, string>(topics.map((topic) => [topic.id, topic.title]))

/** The title of a topic for the screen. */
export function topicTitle(id: TopicId): string {
  return titles.get(id) ?? id
}
