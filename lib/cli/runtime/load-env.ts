/** Reads .env.local and .env, as Next does; what is set already stays. Imported for its effect. */
import { existsSync } from "node:fs";
import path from "node:path";
import { checkout } from "@/lib/db/embedded/home";

for (const name of [".env.local", ".env"]) {
  const file = path.join(checkout, name);
  if (existsSync(file)) process.loadEnvFile(file);
}
