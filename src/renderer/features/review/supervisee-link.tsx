import { Link } from '@tanstack/react-router'
import common from '#renderer/ui/common.module.css'

/** Leads to everything that one supervisee has shared. */
export function SuperviseeLink({
  supervisee: { contactId, name },
  children = name,
}: {
  supervisee: { contactId: string; name: string }
  children?: string
}) {
  return (
    <Link className={common['codeLink']} to="/supervision/review/people/$contactId" params={{ contactId }}>
      {children}
    </Link>
  )
}
