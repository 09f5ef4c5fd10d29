// Playwright ships the typings of the DevTools protocol but does not list them in its exports, hence the path.
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'

/** The names of the DevTools protocol's commands. */
export type CommandName = keyof Protocol.CommandParameters & keyof Protocol.CommandReturnValues

/** What a command takes. */
export type CommandParameters<Name extends CommandName> = Protocol.CommandParameters[Name]

/** What a command answers. */
export type CommandResult<Name extends CommandName> = Protocol.CommandReturnValues[Name]

/** The names of the DevTools protocol's events. */
export type EventName = keyof Protocol.Events

/** What an event brings. */
export type EventPayload<Name extends EventName> = Protocol.Events[Name]

export type { Protocol }
