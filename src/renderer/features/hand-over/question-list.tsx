import { useTranslation } from 'react-i18next'
import { answerTo, type Answers } from '#shared/measures/response.ts'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import type { QuestionPage } from './form-pages.ts'
import styles from './hand-over.module.css'

/** The questions of one screen, large, none of them answered beforehand. */
export function QuestionList({
  page,
  answers,
  onAnswer,
}: {
  page: QuestionPage
  answers: Answers
  onAnswer: (itemId: string, value: number | null) => void
}) {
  const { t } = useTranslation()
  return (
    <div data-rating-list="" className={styles['questions']}>
      {page.items.map((item) => (
        <RatingInput
          key={item.id}
          size="client"
          label={item.text}
          scale={{ minimum: item.minimum, maximum: item.maximum }}
          anchors={{
            low: item.anchors?.minimum ?? item.labels?.at(0)?.text ?? '',
            high: item.anchors?.maximum ?? item.labels?.at(-1)?.text ?? '',
          }}
          texts={{
            notRated: t('handOver.rating.notRated'),
            clear: t('handOver.rating.clear'),
            option: (value) => t('ui.rating.option', { value, maximum: item.maximum }),
          }}
          value={answerTo(answers, item.id)}
          onChange={(value) => onAnswer(item.id, value)}
        />
      ))}
    </div>
  )
}
