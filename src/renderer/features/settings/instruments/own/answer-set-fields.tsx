import { useTranslation } from 'react-i18next'
import type { PackDraft } from '#shared/instruments/packs/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { ItemChoice } from '../item-choice.tsx'
import { answerKinds, type AnswerSet, type AnswerSetProblem } from './answer-set.ts'
import common from '#renderer/ui/common.module.css'
import styles from '../instruments.module.css'

/** One set of answers: words for every answer, or a row of numbers with words at its ends. */
export function AnswerSetFields({
  set,
  position,
  draft,
  problem,
  onChange,
  onRemove,
}: {
  set: AnswerSet
  position: number
  draft: PackDraft
  /** What is missing, once the user has asked for the result. */
  problem: AnswerSetProblem | undefined
  onChange: (set: AnswerSet) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const isFirst = position === 0
  const change = (part: Partial<AnswerSet>): void => onChange({ ...set, ...part })
  const errorIf = (...problems: AnswerSetProblem[]): string | undefined =>
    problem !== undefined && problems.includes(problem) ? t(`packs.own.problem.${problem}`) : undefined
  return (
    <fieldset className={styles['sheet']}>
      <legend className={common['strong']}>
        {isFirst ? t('packs.own.answers') : t('packs.own.otherAnswers', { number: position })}
      </legend>
      <ChoiceGroup
        label={t('packs.own.kind')}
        options={answerKinds.map((value) => ({ value, label: t(`packs.own.kinds.${value}`) }))}
        error={errorIf('kind')}
        value={set.kind}
        onChange={(kind) => change({ kind })}
      />
      {set.kind === 'words' ? (
        <TextField
          label={t('packs.asks.answersLabel')}
          description={t('packs.own.answersAdvice')}
          error={errorIf('someWithout', 'tooFew')}
          multiline
          rows={5}
          value={set.lines}
          onChange={(lines) => change({ lines })}
        />
      ) : null}
      {set.kind === 'numbers' ? (
        <div className={styles['pair']}>
          {(['lowest', 'highest', 'step', 'low', 'high', 'middle'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`packs.own.${name}`)}
              error={
                name === 'low' || name === 'high'
                  ? set[name].trim() === ''
                    ? errorIf('ends')
                    : undefined
                  : name === 'middle'
                    ? undefined
                    : errorIf('range')
              }
              value={set[name]}
              onChange={(text) => change({ [name]: text })}
            />
          ))}
        </div>
      ) : null}
      {isFirst ? null : (
        <>
          <Disclosure
            title={t('packs.own.whichQuestions', { chosen: set.questions.length, count: draft.items.length })}
            level={4}
            startsOpen
          >
            <ItemChoice
              draft={draft}
              chosen={set.questions}
              onChange={(questions) => change({ questions: [...questions] })}
            />
          </Disclosure>
          <div>
            <Button kind="quiet" icon="trash" onPress={onRemove}>
              {t('packs.own.removeSet', { number: position })}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  )
}
