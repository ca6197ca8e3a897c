import type { Line, LineChannel } from "./line";

/** Who hears what on a line, whatever carries it. */
export class Switchboard {
  private readonly listeners = new Map<LineChannel, Set<(text: string) => void>>();
  private readonly blind = new Set<() => void>();

  readonly hear: Line["hear"] = (channel, listener) => {
    const all = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, all.add(listener));
    return () => all.delete(listener);
  };

  readonly onBlind: Line["onBlind"] = (listener) => {
    this.blind.add(listener);
    return () => this.blind.delete(listener);
  };

  tell(channel: string, text: string): void {
    for (const listener of this.listeners.get(channel as LineChannel) ?? []) listener(text);
  }

  tellBlind(): void {
    for (const listener of this.blind) listener();
  }
}
