import "server-only";
import { env } from "@/lib/env";
import { processWide } from "@/lib/shared/process-wide";
import type { Line } from "./line";
import { openPostgresLine } from "./postgres";
import { openRedisLine } from "./redis";

type Shared = { line: Line; users: number };
const lines = () => processWide("lines", () => new Map<string, Shared>());

/**
 * The line of this process, through Redis when REDIS_URL is set and through the database
 * otherwise. Everyone who opens it closes it; the last one ends its connection.
 */
export function openLine(databaseUrl: string, redisUrl: string | undefined = env.REDIS_URL): Line {
  const address = redisUrl ?? databaseUrl;
  let shared = lines().get(address);
  if (!shared) {
    const line = redisUrl ? openRedisLine(redisUrl) : openPostgresLine(databaseUrl);
    lines().set(address, (shared = { line, users: 0 }));
  }
  const mine = shared;
  mine.users += 1;
  let closed = false;
  return {
    ...mine.line,
    close: async () => {
      if (closed) return;
      closed = true;
      mine.users -= 1;
      if (mine.users > 0) return;
      lines().delete(address);
      await mine.line.close();
    },
  };
}
