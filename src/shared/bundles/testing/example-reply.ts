import { clientAlliance } from '../../series/testing/own-series.ts'
import { replySchema, type RepliedComment, type Reply } from '../reply.ts'
import { exampleKeys } from './example-bundle.ts'

/** A comment on a session, with a study; fields can be replaced. */
export function exampleComment(more: Partial<RepliedComment> = {}): RepliedComment {
  return {
    id: '5b0f3c1e-9d52-4f0a-8c11-7f2f6f3f9a10',
    about: { kind: 'session', session: 10 },
    text: 'What would have happened if you had named the silence?',
    study: {
      title: 'Alliance Rupture Repair: A Meta-Analysis',
      reference: 'Eubanks, Muran, and Safran, 2018',
      doi: '10.1037/pst0000185',
      finding: 'Repair of ruptures goes together with better outcomes.',
    },
    ...more,
  }
}

/** A valid reply with two comments on one client; fields can be replaced. */
export function exampleReply(more: Partial<Reply> = {}): Reply {
  return replySchema.parse({
    format: 'attune-reply',
    version: 1,
    replyId: '2e7b64c8-1f0b-4a8c-b0c5-55a1f2d0e9b7',
    number: 1,
    madeAt: '2026-03-21T09:00:00.000Z',
    sender: exampleKeys(2),
    recipient: exampleKeys(1),
    clients: [
      {
        pseudonym: '7QF3-K9MW',
        bundleId: '0c7a3f7e-6a51-4b5a-9d2e-0a3f4c1b2d3e',
        comments: [
          exampleComment(),
          exampleComment({
            id: '9f1c2a34-0b7d-4e52-a6a1-3d5e7c9b1f20',
            about: { kind: 'episode', series: clientAlliance, peak: 9 },
            text: 'You went back to it two sessions later. How did that come about?',
            study: null,
          }),
        ],
      },
    ],
    ...more,
  })
}
