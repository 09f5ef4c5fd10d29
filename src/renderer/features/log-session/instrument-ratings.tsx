import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { answerTo } from '#shared/instruments/response.ts'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { responseTo, stamp, withWords } from './edit-log.ts'
import { ItemRating } from './item-rating.tsx'
import type { PartProps } from './part-props.ts'

/** Every item of an instrument with its rating, and with its words to choose from if it has any. */
export function InstrumentRatings({
  instrument,
  log,
  change,
  onSave,
  isDisabled = false,
}: Pick<PartProps, 'log' | 'change' | 'onSave'> & { instrument: Instrument; isDisabled?: boolean }) {
  const { t } = useTranslation()
  const response = responseTo(log, instrument.id)
  const { words } = instrument
  return (
    <>
      {instrument.items.map((item) => (
        <ItemRating
          key={item.id}
          instrument={instrument}
          item={item}
          value={response ? answerTo(response.answers, item.id) : null}
          change={change}
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
