/** Every kind of report: whom it is for decides what may be in it, and in which words. */
export const reportKinds = ['file', 'supervision', 'client', 'record'] as const
export type ReportKind = (typeof reportKinds)[number]

/** Every part of a report. */
export const reportParts = [
  'summary',
  'course',
  'outcome',
  'falls',
  'ruptures',
  'feelings',
  'prompts',
  'risk',
  'sessions',
  'notes',
  'words',
  'person',
  'everything',
  'agenda',
  'sharing',
  'decisions',
] as const
export type ReportPart = (typeof reportParts)[number]

interface KindOfReport {
  /** The parts that can be chosen, in their usual order. */
  readonly offered: readonly ReportPart[]
  /** Those of them that are left out unless they are chosen. */
  readonly leftOut: readonly ReportPart[]
  /** Whether every part is always in it, in the usual order. */
  readonly isFixed: boolean
  /** Whether it ends in a question that the therapist types. */
  readonly asks: boolean
}

/**
 * What each kind of report can hold. A report to look at with the client has no part in which the therapist judges; the
 * record for a client's right of access always has everything.
 */
export const kindsOfReport: Readonly<Record<ReportKind, KindOfReport>> = {
  file: {
    offered: [
      'summary',
      'course',
      'outcome',
      'falls',
      'ruptures',
      'prompts',
      'risk',
      'sessions',
      'notes',
      'words',
    ],
    leftOut: [],
    isFixed: false,
    asks: false,
  },
  supervision: {
    offered: [
      'summary',
      'course',
      'falls',
      'outcome',
      'feelings',
      'ruptures',
      'prompts',
      'sessions',
      'notes',
      'words',
    ],
    leftOut: ['sessions', 'notes', 'words'],
    isFixed: false,
    asks: true,
  },
  client: {
    offered: ['summary', 'course', 'outcome', 'words', 'sessions'],
    leftOut: ['sessions'],
    isFixed: false,
    asks: false,
  },
  record: {
    offered: ['person', 'everything', 'prompts', 'risk', 'agenda', 'sharing', 'decisions'],
    leftOut: [],
    isFixed: true,
    asks: false,
  },
}

/** The parts that a kind of report has until others are chosen. */
export function usualParts(kind: ReportKind): readonly ReportPart[] {
  const { offered, leftOut } = kindsOfReport[kind]
  return offered.filter((part) => !leftOut.includes(part))
}

/** Moves a part one place up or down; the same order if it can't go there. */
export function movePart(order: readonly ReportPart[], part: ReportPart, by: -1 | 1): readonly ReportPart[] {
  const from = order.indexOf(part)
  const to = from + by
  const other = order[to]
  if (from === -1 || other === undefined) return order
  return order.map((each, place) => (place === from ? other : place === to ? part : each))
}
