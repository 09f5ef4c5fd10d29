import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changedParameters,
  initialRuleParameters,
  type RuleParameterName,
  type RuleParameters,
} from '#shared/rule-settings/rule-parameters.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import common from '#renderer/ui/common.module.css'
import { useSaveRuleSettings } from '../use-rule-settings.ts'
import { ParameterField } from './parameter-field.tsx'
import { draftOf, readDraft } from './rule-draft.ts'
import { RulePreviewCard } from './rule-preview-card.tsx'

const groups = {
  episodes: ['minimumRatings', 'dipDepth', 'ruptureDepth', 'windowSessions', 'betweenSd'],
  congruence: ['congruencePairs'],
  outcomes: ['trackSession', 'trackShare', 'suddenGainChanges'],
  limits: ['limitsBaseline'],
} as const satisfies Record<string, readonly RuleParameterName[]>

const groupNames = ['episodes', 'congruence', 'outcomes', 'limits'] as const

/** All parameters with their effects, a preview, and a save button once they are valid. */
export function RulesForm({ kept }: { kept: RuleParameters }) {
  const { t } = useTranslation()
  const save = useSaveRuleSettings()
  const [draft, setDraft] = useState(() => draftOf(kept))
  const { parameters, problems } = readDraft(draft, kept)
  // Compares values, not text: "2,5" is 2.5.
  const isDirty = parameters === null || JSON.stringify(parameters) !== JSON.stringify(kept)
  const change = (next: typeof draft): void => {
    setDraft(next)
    save.reset()
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
              dipDepth={draft.dipDepth}
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
              save.mutate({ parameters }, { onSuccess: (saved) => setDraft(draftOf(saved.parameters)) })
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
        <FailureNotice failure={save.error} />
      </Stack>
      <UnsavedGuard isDirty={isDirty} words={t('rules.leave', { returnObjects: true })} />
    </>
  )
}
