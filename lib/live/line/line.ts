/** What instances tell each other: stale tags, debates with new events, how many listen where. */
export const lineChannels = {
  changed: "counterpoint_changed",
  events: "counterpoint_events",
  here: "counterpoint_here",
} as const;
export type LineChannel = (typeof lineChannels)[keyof typeof lineChannels];

/** The longest text of one message: PostgreSQL carries 8,000 bytes. */
export const longestMessage = 7500;

/** A line on which every instance hears every other, and itself. */
export type Line = {
  /** @returns false when the line is down or the message did not leave */
  send: (channel: LineChannel, text: string) => Promise<boolean>;
  /** @returns a function that stops hearing */
  hear: (channel: LineChannel, listener: (text: string) => void) => () => void;
  /** Called when the line begins, and when it was lost: messages may have been missed. */
  onBlind: (listener: () => void) => () => void;
  close: () => Promise<void>;
};
