import { Link, type LinkProps } from '@tanstack/react-router'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Stack } from '#renderer/ui/stack.tsx'

/** A link that looks like a button, because it opens another screen. */
export function CardLink({
  to,
  label,
  kind = 'secondary',
}: {
  to: NonNullable<LinkProps['to']>
  label: string
  kind?: 'primary' | 'secondary' | 'quiet'
}) {
  return (
    <Stack direction="row">
      <Link to={to} className={buttonClass({ kind })}>
        {label}
      </Link>
    </Stack>
  )
}
