/** Somebody whom the viewer blocked. `since` is ISO 8601 UTC. */
export type BlockView = { person: { handle: string; name: string }; since: string };
