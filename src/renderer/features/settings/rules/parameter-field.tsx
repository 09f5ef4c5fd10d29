import { useTranslation } from 'react-i18next'
import { ruleParameterBounds, type RuleParameterName } from '#shared/rule-settings/rule-parameters.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { figureOf, type RuleProblem } from './rule-draft.ts'
import styles from './rules.module.css'

/** One parameter: its name and unit, its effect, its bounds, and whether it has the default. */
export function ParameterField({
  name,
  text,
  problem,
  dipDepth,
  onChange,
}: {
  name: RuleParameterName
  text: string
  problem: RuleProblem | undefined
  /** The dip's current depth: a rupture cannot be shallower. */
  dipDepth: string
  onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  const { minimum, maximum, isWhole, initial } = ruleParameterBounds[name]
  const bounds = { minimum, maximum }
  const proposed = figureOf(initial)
  const label = t(`rules.parameters.${name}.name`)
  const description = [
    t(`rules.parameters.${name}.does`),
    isWhole ? t('rules.field.whole', bounds) : t('rules.field.fraction', bounds),
    initial === null ? t('rules.field.initialAll') : t('rules.field.initial', { initial: proposed }),
  ].join(' ')
  const whole = t(initial === null ? 'rules.field.notWholeOrEmpty' : 'rules.field.notWhole', bounds)
  const errors = {
    outside: isWhole ? whole : t('rules.field.outside', bounds),
    'not-whole': whole,
    'shallow-rupture': t('rules.field.shallowRupture', { dip: dipDepth }),
  }
  return (
    <div className={styles['parameter']}>
      <TextField
        label={t('rules.field.label', { name: label, unit: t(`rules.parameters.${name}.unit`) })}
        description={description}
        error={problem && errors[problem]}
        value={text}
        onChange={onChange}
        spellCheck={false}
      />
      {text.trim() === proposed ? null : (
        <Stack direction="row" gap={8} align="centre">
          <Tag>
            {initial === null ? t('rules.field.changedAll') : t('rules.field.changed', { initial: proposed })}
          </Tag>
          <Button kind="quiet" onPress={() => onChange(proposed)}>
            {initial === null
              ? t('rules.field.toInitialAll')
              : t('rules.field.toInitial', { initial: proposed })}{' '}
            <VisuallyHidden>{label}</VisuallyHidden>
          </Button>
        </Stack>
      )}
    </div>
  )
}
