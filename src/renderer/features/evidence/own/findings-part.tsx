import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { FindingFields } from './finding-fields.tsx'
import { emptyFinding, freeKey, type FindingForm } from './own-form.ts'
import type { PartProps } from './part-props.ts'
import styles from './own.module.css'

/** The findings, one after the other. */
export function FindingsPart({ form, change, errorOf }: PartProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const setFinding = (key: string, changes: Partial<FindingForm>) =>
    change({ findings: form.findings.map((row) => (row.key === key ? { ...row, ...changes } : row)) })

  function add(): void {
    change({ findings: [...form.findings, emptyFinding(freeKey('finding', form.findings))] })
    // Typing continues at the new finding.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('fieldset:last-of-type textarea')?.focus(),
    )
  }

  return (
    <Card title={t('evidence.form.findings')}>
      <p>{t('evidence.form.findingsAbout')}</p>
      <div ref={list} className={styles['rows']}>
        {form.findings.map((finding, index) => (
          <FindingFields
            key={finding.key}
            finding={finding}
            number={index + 1}
            onChange={(changes) => setFinding(finding.key, changes)}
            onRemove={() => change({ findings: form.findings.filter(({ key }) => key !== finding.key) })}
            errorOf={(field) => errorOf(`findings.${finding.key}.${field}`)}
          />
        ))}
      </div>
      <div>
        <Button icon="plus" onPress={add}>
          {t('evidence.form.addFinding')}
        </Button>
      </div>
    </Card>
  )
}
