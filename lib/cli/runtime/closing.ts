/** What was started is stopped in the reverse order, once, whatever the reason. */
export class Closing {
  private readonly closers: (() => Promise<void>)[] = [];
  private running: Promise<void> | undefined;

  get begun(): boolean {
    return this.running !== undefined;
  }

  /** Remembers how to stop something that runs. */
  add(close: () => Promise<void>): void {
    this.closers.push(close);
  }

  /** Waits for something that is starting; closes it even if the end comes while it starts. */
  async own<T>(starting: Promise<T>, close: (started: T) => Promise<void>): Promise<T> {
    this.add(() => starting.then(close, () => undefined));
    return starting;
  }

  /** Stops everything; a second call waits for the first. */
  run(): Promise<void> {
    this.running ??= (async () => {
      for (const close of this.closers.reverse()) {
        await close().catch((error: unknown) => console.error(error));
      }
    })();
    return this.running;
  }
}
