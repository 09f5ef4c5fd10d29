import type { ReceivedComment } from '#shared/replies/comment.ts'
import type { Consent } from '#shared/sharing/consent.ts'
import type { SessionChoice } from '#shared/sharing/share-choice.ts'
import type { SentShare } from '#shared/sharing/shared-client.ts'
import { dayAndTimeOf } from '#renderer/lib/dates.ts'
import { placeInWords } from '#renderer/parts/replies/comment-words.ts'
import { heading, text, typed, type ReportBlock } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** The client's consents to supervision, what was put into files for supervisors, and what these wrote back. */
export function sharingPart({ record, t }: ReportSource): ReportBlock[] {
  const { consents, sent, comments } = record
  if (consents.length + sent.length + comments.length === 0) return [text(t('reports.paper.sharing.none'))]
  return [
    ...consents.flatMap((consent) => consentBlocks(consent, t)),
    ...sent.flatMap((share) => sentBlocks(share, t)),
    ...comments.flatMap((comment) => commentBlocks(comment, t)),
  ]
}

type Translate = ReportSource['t']

function consentBlocks(
  { contactName, givenOn, manner, said, withdrawnOn }: Consent,
  t: Translate,
): ReportBlock[] {
  const whom =
    contactName === null ? t('sharing.consent.forAll') : t('sharing.consent.forOne', { name: contactName })
  const given = t('sharing.consent.given', {
    manner: t(`sharing.manners.${manner}`),
    date: new Date(givenOn),
  })
  return [
    heading(3, `${t('sharing.consent.title')}: ${whom}`),
    text(`${given}.`),
    typed(said),
    ...(withdrawnOn === null
      ? []
      : [text(`${t('sharing.consent.withdrawn', { date: new Date(withdrawnOn) })}.`)]),
  ]
}

function sentBlocks({ contactName, sentAt, choice }: SentShare, t: Translate): ReportBlock[] {
  const { sessions, series, question } = choice
  const extras = (['withRuptures', 'withDates', 'withNotes', 'withWords', 'withAgreements'] as const).filter(
    (each) => choice[each],
  )
  return [
    heading(3, t('reports.paper.sharing.sent', { name: contactName, at: dayAndTimeOf(sentAt) })),
    text(
      [
        sessionsInWords(sessions, t),
        t('reports.paper.sharing.scales', { count: series.length }),
        ...extras.map((each) => t(`reports.paper.sharing.${each}`)),
      ].join(' '),
    ),
    ...(question === '' ? [] : [text(t('reports.paper.sharing.question')), typed(question)]),
  ]
}

function sessionsInWords(sessions: SessionChoice, t: Translate): string {
  if (sessions.kind === 'all') return t('reports.paper.sharing.sessions.all')
  if (sessions.kind === 'last') return t('reports.paper.sharing.sessions.last', { count: sessions.count })
  return t('reports.paper.sharing.sessions.range', { from: sessions.from, to: sessions.to })
}

function commentBlocks(
  { contactName, about, text: words, study, cameAt }: ReceivedComment,
  t: Translate,
): ReportBlock[] {
  return [
    heading(3, t('reports.paper.sharing.comment', { name: contactName, place: placeInWords(about, t) })),
    typed(words),
    ...(study === null
      ? []
      : [
          text(t('replies.finding', { finding: study.finding })),
          text(t('replies.study', { title: study.title, reference: study.reference })),
        ]),
    { kind: 'note', text: t('reports.paper.sharing.came', { at: dayAndTimeOf(cameAt) }) },
  ]
}
