import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changedParameters,
  initialRuleParameters,
  ruleParameterBounds,
  type RuleParameterName,
  type RuleParameters,
} from '#shared/rule-settings/rule-parameters.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { useSaveRuleSettings } from '../use-rule-settings.ts'
import {
  draftOf,
  readDraft,
  figureOf,
  keptRuleDraftSchema,
  restoredDraft,
  type KeptRuleDraft,
  type RuleProblem,
} from './rule-draft.ts'
import { RulePreviewCard } from './rule-preview-card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './rules.module.css'

const groups = {
  episodes: [
    'ratingsBeforeFall',
    'referenceRatings',
    'dipSpreads',
    'ruptureSpreads',
    'windowSessions',
    'unknownShare',
  ],
  congruence: ['congruencePairs'],
  outcomes: ['trackSession', 'trackShare', 'suddenGainChanges'],
} as const satisfies Record<string, readonly RuleParameterName[]>

const groupNames = ['episodes', 'congruence', 'outcomes'] as const

/** All parameters with their effects, a preview, and a save button once they are valid. */
export function RulesForm({ kept }: { kept: RuleParameters }) {
  return (
    <Drafted form="rules" subject="all" clientId={null} schema={keptRuleDraftSchema}>
      {(stored) => <DraftedRules kept={kept} stored={stored} />}
    </Drafted>
  )
}

function DraftedRules({ kept, stored }: { kept: RuleParameters; stored: FormDraft<KeptRuleDraft> }) {
  const { t } = useTranslation()
  const save = useSaveRuleSettings()
  const [draft, setDraft] = useState(() => restoredDraft(stored.found?.typed ?? {}, kept))
  const { parameters, problems } = readDraft(draft, kept)
  // Compares values, not text: "2,5" is 2.5.
  const isDirty = parameters === null || JSON.stringify(parameters) !== JSON.stringify(kept)
  const change = (next: typeof draft): void => {
    setDraft(next)
    save.reset()
    stored.keep(JSON.stringify(next) === JSON.stringify(draftOf(kept)) ? null : next)
  }
  const changed = parameters === null ? null : changedParameters(parameters).length
  const standing =
    problems.size > 0
      ? t('rules.fixFirst')
      : save.isSuccess && !isDirty
        ? t('rules.saved')
        : isDirty
          ? t('rules.notSaved')
          : null
  return (
    <>
      {groupNames.map((group) => (
        <Card key={group} title={t(`rules.groups.${group}`)}>
          {groups[group].map((name) => (
            <ParameterField
              key={name}
              name={name}
              text={draft[name]}
              problem={problems.get(name)}
              dipDepth={draft.dipSpreads}
              onChange={(text) => change({ ...draft, [name]: text })}
            />
          ))}
        </Card>
      ))}
      <RulePreviewCard kept={kept} proposed={parameters} />
      <Stack gap={8}>
        <Stack direction="row" gap={12}>
          <Button
            kind="primary"
            size="large"
            isDisabled={!isDirty || parameters === null}
            isPending={save.isPending}
            onPress={() => {
              if (parameters === null) return
              save.mutate(
                { parameters },
                {
                  onSuccess: (saved) => {
                    stored.finish()
                    setDraft(draftOf(saved.parameters))
                  },
                },
              )
            }}
          >
            {save.isPending ? t('rules.saving') : t('rules.save')}
          </Button>
          {isDirty ? (
            <Button size="large" onPress={() => change(draftOf(kept))}>
              {t('rules.undo')}
            </Button>
          ) : null}
          {changed === 0 ? null : (
            <Button size="large" kind="quiet" onPress={() => change(draftOf(initialRuleParameters))}>
              {t('rules.reset')}
            </Button>
          )}
        </Stack>
        <output className={common['note']}>
          {standing}{' '}
          {changed === null
            ? null
            : changed === 0
              ? t('rules.allInitial')
              : t('rules.changedCount', { count: changed })}
        </output>
        <DraftNote draft={stored} />
        <FailureNotice failure={save.error} />
      </Stack>
      <UnsavedGuard isDirty={isDirty} words={t('rules.leave', { returnObjects: true })} />
    </>
  )
}

/** One parameter: its name and unit, its effect, its bounds, and whether it has the default. */
function ParameterField({
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
    t('rules.field.initial', { initial: proposed }),
  ].join(' ')
  const whole = t('rules.field.notWhole', bounds)
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
          <Tag>{t('rules.field.changed', { initial: proposed })}</Tag>
          <Button kind="quiet" onPress={() => onChange(proposed)}>
            {t('rules.field.toInitial', { initial: proposed })} <VisuallyHidden>{label}</VisuallyHidden>
          </Button>
        </Stack>
      )}
    </div>
  )
}
