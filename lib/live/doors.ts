/** Open streams of one network: a class of 35 with several tabs each does not meet it. */
export const mostOfNetwork = 300;
/** Open streams of one process. */
export const mostOfAll = 20_000;

/** Counts open streams, and lets no more in than there is room for. */
export class Doors {
  private readonly open = new Map<string, number>();
  private all = 0;

  constructor(
    private readonly perNetwork: number = mostOfNetwork,
    private readonly altogether: number = mostOfAll,
  ) {}

  hasRoom(network: string): boolean {
    return this.all < this.altogether && (this.open.get(network) ?? 0) < this.perNetwork;
  }

  /** @returns false when there is no room */
  enter(network: string): boolean {
    if (!this.hasRoom(network)) return false;
    this.all += 1;
    this.open.set(network, (this.open.get(network) ?? 0) + 1);
    return true;
  }

  leave(network: string): void {
    this.all -= 1;
    const left = (this.open.get(network) ?? 1) - 1;
    if (left > 0) this.open.set(network, left);
    else this.open.delete(network);
  }
}
