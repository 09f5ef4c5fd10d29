/**
 * The parameters of Attune rule 1 that the overview is worked out with, for telling them: depths in spreads, the
 * window in sessions. They are the rule's defaults; a test holds the two together.
 */
export const defaultRule = { dipDepth: 1, ruptureDepth: 2.5, windowSessions: 3 } as const
