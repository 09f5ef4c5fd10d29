import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'

interface Action {
  readonly label: string
  readonly onPress: () => void
}

/** The two things that can be done with an item of a shelf. Its name tells the buttons of the items apart by ear. */
export function ItemActions({ name, first, second }: { name: string; first: Action; second: Action }) {
  return (
    <Stack direction="row" gap={8} lineGap={8}>
      <Button onPress={first.onPress}>
        {first.label}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </Button>
      <Button kind="quiet" onPress={second.onPress}>
        {second.label}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </Button>
    </Stack>
  )
}
