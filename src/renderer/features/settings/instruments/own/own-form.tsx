import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { draftTexts } from '../choice-fields.ts'
import { DraftTexts, GivenFields, RightsFields, ScoringFields } from '../choices-form.tsx'
import { AnswerSetFields } from './answer-set-fields.tsx'
import { blankAnswerSet, type AnswerSetProblem } from './answer-set.ts'
import { draftOf, withLines, type OwnFields } from './own-fields.ts'

const aboutIt = draftTexts.filter((name) => name !== 'licence' && name !== 'attribution')

/** The whole form of an instrument of one's own, in the order of a paper: what it is, its questions, answers, scores. */
export function OwnForm({
  fields,
  setProblems,
  errorAt,
  onChange,
}: {
  fields: OwnFields
  setProblems: ReadonlyMap<string, AnswerSetProblem>
  /** The error at a path of the choices, such as `scales.0.title`. */
  errorAt: (place: string) => string | undefined
  onChange: (fields: OwnFields) => void
}) {
  const { t } = useTranslation()
  const { questions, sets, choices } = fields
  const draft = draftOf(questions, sets)
  const parts = {
    draft,
    fields: choices,
    errorAt,
    onChange: (next: OwnFields['choices']) => onChange({ ...fields, choices: next }),
  }
  const change = (next: OwnFields['sets']): void => onChange({ ...fields, sets: next })
  return (
    <>
      <DraftTexts {...parts} names={aboutIt} />
      <h3>{t('packs.own.parts.questions')}</h3>
      <TextField
        label={t('packs.own.questions')}
        description={
          questions.length === 0
            ? t('packs.own.questionsAdvice')
            : t('packs.own.questionCount', { count: questions.length })
        }
        error={errorAt('items') === undefined ? undefined : t('packs.own.problem.questions')}
        multiline
        rows={8}
        value={fields.lines}
        onChange={(lines) => onChange(withLines(fields, lines))}
      />
      {sets.map((set, position) => (
        <AnswerSetFields
          key={set.key}
          set={set}
          position={position}
          draft={draft}
          problem={setProblems.get(set.key)}
          onChange={(next) => change(sets.map((other) => (other.key === set.key ? next : other)))}
          onRemove={() => change(sets.filter((other) => other.key !== set.key))}
        />
      ))}
      {questions.length < 2 ? null : (
        <div>
          <Button icon="plus" onPress={() => change([...sets, blankAnswerSet()])}>
            {t('packs.own.addSet')}
          </Button>
        </div>
      )}
      <h3>{t('packs.own.parts.scores')}</h3>
      <GivenFields {...parts} />
      <ScoringFields {...parts} />
      <h3>{t('packs.own.parts.rights')}</h3>
      <DraftTexts {...parts} names={['licence', 'attribution']} />
      <RightsFields {...parts} />
    </>
  )
}
