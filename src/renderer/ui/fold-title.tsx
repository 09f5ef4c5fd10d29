import { Button } from 'react-aria-components'
import { Icon } from './icon.tsx'
import styles from './fold-title.module.css'

/** The words of a card's title as a button that folds the card and opens it. */
export function FoldTitle({
  title,
  isOpen,
  onToggle,
}: {
  title: string
  isOpen: boolean
  /** Called with what the card is to be. */
  onToggle: (isOpen: boolean) => void
}) {
  return (
    <Button className={styles['fold'] ?? ''} aria-expanded={isOpen} onPress={() => onToggle(!isOpen)}>
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
      {title}
    </Button>
  )
}
