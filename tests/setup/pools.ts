/** The pools of connections that this process opens, whoever opens them. */
import pg from "pg";

const opened = new Set<pg.Pool>();

/** Notes each pool that connects from now on. */
export function watchPools(): void {
  const { prototype } = pg.Pool;
  const connect = Reflect.get(prototype, "connect") as (...given: unknown[]) => unknown;
  const noted = function (this: pg.Pool, ...given: unknown[]): unknown {
    opened.add(this);
    return connect.apply(this, given);
  };
  Reflect.set(prototype, "connect", noted);
}

/** Closes them; queries on their way are answered first. */
export async function closePools(): Promise<void> {
  const open = [...opened].filter((pool) => !pool.ending);
  await Promise.all(open.map((pool) => pool.end()));
}
