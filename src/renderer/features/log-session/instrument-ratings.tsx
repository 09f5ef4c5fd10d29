import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/measures/instrument.ts'
import { answerTo } from '#shared/measures/response.ts'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { responseTo, withAnswer, withWords, type Stamp } from './edit-log.ts'
import { useRatingTexts } from './use-instruments.ts'
import type { PartProps } from './part-props.ts'

const stamp = (): Stamp => ({ id: crypto.randomUUID(), at: new Date().toISOString() })

/** Every item of an instrument to be rated, with its words to choose from where it has any. */
export function InstrumentRatings({
  instrument,
  log,
  change,
  onSave,
  isDisabled = false,
}: Pick<PartProps, 'log' | 'change' | 'onSave'> & { instrument: Instrument; isDisabled?: boolean }) {
  const { t } = useTranslation()
  const textsTo = useRatingTexts()
  const response = responseTo(log, instrument.id)
  const { words } = instrument
  return (
    <>
      {instrument.items.map((item) => (
        <RatingInput
          key={item.id}
          label={item.text}
          scale={{ minimum: item.minimum, maximum: item.maximum }}
          anchors={{
            low: item.anchors?.minimum ?? item.labels?.at(0)?.text ?? '',
            high: item.anchors?.maximum ?? item.labels?.at(-1)?.text ?? '',
          }}
          texts={textsTo(item.maximum)}
          value={response ? answerTo(response.answers, item.id) : null}
          onChange={(value) => change((before) => withAnswer(before, instrument, item.id, value, stamp()))}
          onSave={onSave}
          isDisabled={isDisabled}
        />
      ))}
      {words ? (
        <WordChoice
          label={t('logSession.words')}
          description={t('logSession.wordsNote')}
          options={words.map(({ id, text }) => ({ value: id, label: text }))}
          value={response?.words ?? []}
          onChange={(chosen) => change((before) => withWords(before, instrument, chosen, stamp()))}
          isDisabled={isDisabled}
        />
      ) : null}
    </>
  )
}
