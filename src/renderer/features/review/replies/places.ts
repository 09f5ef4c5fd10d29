import type { TFunction } from 'i18next'
import type { CommentPlace } from '#shared/bundles/reply.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { placeInWords } from '#renderer/parts/replies/comment-words.ts'

/** A name for a place, by which a list and a draft know it. */
export function placeKey(about: CommentPlace): string {
  return about.kind === 'session'
    ? `session ${String(about.session)}`
    : `episode ${about.series} ${String(about.peak)}`
}

/** Everything of a client that a comment can be about: the falls, then the sessions, the newest first. */
export function placesOf({ content }: Pick<ReviewedClient, 'content'>, t: TFunction) {
  const { episodes, sessions, series } = content
  const falls = episodes.map(({ series: id, peak }) => ({
    about: { kind: 'episode', series: id, peak } satisfies CommentPlace,
    description: series.find((each) => each.id === id)?.title,
  }))
  const held = sessions.map(({ number }) => ({
    about: { kind: 'session', session: number } satisfies CommentPlace,
    description: undefined,
  }))
  return [...falls.toReversed(), ...held.toReversed()].map(({ about, description }) => ({
    about,
    value: placeKey(about),
    label: placeInWords(about, t),
    ...(description === undefined ? {} : { description }),
  }))
}
