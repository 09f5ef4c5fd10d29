import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { fitInRow } from '#renderer/ui/short-answers.ts'
import { conditionInWords, numbersOf } from './sheet-words.ts'
import styles from './paper-forms.module.css'

/**
 * One form as the client fills it in by hand, in large type. Names the client by their code only. The last form has room
 * for a comment, which is one for all, as on the screen.
 */
export function PaperForm({ form, code, isLast }: { form: Instrument; code: string; isLast: boolean }) {
  const { t } = useTranslation()
  return (
    <section aria-label={form.title} className={styles['form']}>
      <h2 className={styles['head']}>
        <span>{t('paperForms.paper.code', { code })}</span>
        <span className={styles['date']}>{t('paperForms.paper.date')}</span>
      </h2>
      <p>{t('paperForms.paper.seen')}</p>
      <p className={styles['instruction']}>{form.instruction}</p>
      <ol className={styles['questions']}>
        {form.items.map((item) => (
          <li key={item.id} className={styles['question']}>
            <Condition item={item} items={form.items} />
            <p className={styles['text']}>{item.text}</p>
            <AnswersToMark item={item} />
          </li>
        ))}
      </ol>
      {isLast ? (
        <div className={styles['comment']}>
          <p className={styles['text']}>{t('paperForms.paper.add')}</p>
        </div>
      ) : null}
      <p className={styles['source']}>
        {t('paperForms.paper.version', { form: form.title, version: form.version })}
        <br />
        {form.attribution}
      </p>
    </section>
  )
}

/** When a question is to be answered, if it depends on earlier ones, which paper can't leave out. */
function Condition({ item, items }: { item: InstrumentItem; items: readonly InstrumentItem[] }) {
  const { t } = useTranslation()
  const words = conditionInWords(item, items, t)
  return words === null ? null : <p className={styles['condition']}>{words}</p>
}

/** The answers to one question, each with the number that it is entered as. */
function AnswersToMark({ item }: { item: InstrumentItem }) {
  const { labels, anchors } = item
  if (labels !== undefined)
    return (
      <ul className={styles[fitInRow(labels) ? 'row' : 'rows']}>
        {labels.map(({ value, text }) => (
          <li key={value} className={styles['answer']}>
            <span className={styles['number']}>{value}</span> {text}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      <ul className={joinClasses(styles['row'], styles['numbers'])}>
        {numbersOf(item).map((number) => (
          <li key={number} className={styles['answer']}>
            {number}
          </li>
        ))}
      </ul>
      <p className={styles['ends']}>
        <span>{anchors?.minimum}</span>
        <span>{anchors?.middle}</span>
        <span>{anchors?.maximum}</span>
      </p>
    </>
  )
}
