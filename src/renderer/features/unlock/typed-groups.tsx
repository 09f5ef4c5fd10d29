import { useTranslation } from 'react-i18next'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import styles from './recovery-screen.module.css'

/** The typed text in the groups of the paper. A sign and a word mark the groups to check. */
export function TypedGroups({ groups, wrong }: { groups: readonly string[]; wrong: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <div>
      <p className={styles['small']} id="typed-groups">
        {t('unlock.recover.asTyped')}
      </p>
      <ol className={styles['groups']} aria-labelledby="typed-groups">
        {groups.map((group, index) => {
          const isWrong = wrong.includes(index + 1)
          return (
            // Two groups may have the same text, so the index is the key.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={joinClasses(styles['group'], isWrong && styles['wrong'])}>
              <span className={styles['number']}>{index + 1}</span>
              <span className={styles['characters']}>{group}</span>
              {isWrong ? (
                <span className={styles['look']}>
                  <Icon name="caution" size={16} />
                  {t('unlock.recover.look')}
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
