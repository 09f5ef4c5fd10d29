import { useTranslation } from 'react-i18next'
import { chosenWords } from '#shared/overview/feeling-words.ts'
import type { Response, StoredSessionLog } from '#shared/records/session-log.ts'
import { listInWords } from '#renderer/lib/lists.ts'
import { Card } from '#renderer/ui/card.tsx'
import type { FindInstrument } from '../use-instruments.ts'
import common from '#renderer/ui/common.module.css'
import styles from './reading.module.css'

/** What both persons wrote beside their ratings, and the words they chose; nothing if there are none. */
export function WordsCard({ stored, find }: { stored: StoredSessionLog; find: FindInstrument }) {
  const { t } = useTranslation()
  // The client's words come first.
  const responses = stored.responses.toSorted((one, other) =>
    one.rater < other.rater ? -1 : one.rater > other.rater ? 1 : 0,
  )
  const comments = responses.filter(({ comment }) => comment !== '')
  const chosen = responses.flatMap((response) => {
    const words = chosenWords(response, find)
    return words.length === 0 ? [] : [{ response, words }]
  })
  if (comments.length + chosen.length === 0) return null
  return (
    <Card title={t('reading.words.title')}>
      {comments.map(({ id, rater, comment }) => (
        <figure key={id} className={styles['quotation']}>
          <figcaption className={common['note']}>
            {t(rater === 'client' ? 'reading.words.comment' : 'reading.words.ownComment')}
          </figcaption>
          <blockquote className={styles['words']} data-rater={rater}>
            {comment}
          </blockquote>
        </figure>
      ))}
      {chosen.map(({ response: { id, rater, occasion }, words }) => (
        <p key={id}>
          <span className={common['muted']}>{t(chosenBy(rater, occasion))}: </span>
          {listInWords(words)}
        </p>
      ))}
    </Card>
  )
}

function chosenBy(rater: Response['rater'], occasion: Response['occasion']) {
  if (rater === 'client') return 'reading.words.chosenByClient'
  return occasion === 'before' ? 'reading.words.chosenBefore' : 'reading.words.chosenAfter'
}
