import { z } from "zod";
import { readSecretFiles } from "./secret-files";

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .default("")
  .transform((value) => value === "1" || value === "true");
const optional = z
  .string()
  .optional()
  .transform((value) => value || undefined);

/** Every setting, in one place; the README's table and .env.example name the same ones. */
export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: optional,
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("localhost"),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  /** The address readers use, without a slash at the end. */
  SITE_URL: z
    .preprocess((value) => value || undefined, z.url().optional())
    .transform((url) => url?.replace(/\/+$/, "")),
  NEXTAUTH_SECRET: optional,
  /** Signs exports: an Ed25519 private key, PKCS8 in base64. */
  EXPORT_SIGNING_KEY: optional,
  TRUST_PROXY: flag,
  /** Redis or Valkey, for several instances; without it they hear each other through PostgreSQL. */
  REDIS_URL: optional,
  /** Whether the web server works jobs too, or a process of their own does (`jobs run`). */
  JOBS: z.enum(["on", "off"]).default("on"),
  /** For tests and closed networks: webhooks may lead to private addresses, and by http. */
  WEBHOOK_ALLOW_PRIVATE: flag,
  /** Who makes new debates: moderators alone, or members who are not new here as well. */
  DEBATES_BY: z.enum(["moderators", "members"]).default("moderators"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** So many contributions of a new member wait for an editor; 0: none. */
  FIRST_CONTRIBUTIONS_WAIT: z.coerce.number().int().min(0).max(100).default(0),
  /** A new member's text with more links than this waits; 0: links are not counted. */
  HELD_LINKS: z.coerce.number().int().min(0).max(100).default(3),
  /** More posts of one person in a minute than this wait; 0: posts are not counted. */
  HELD_BURST: z.coerce.number().int().min(0).max(1000).default(20),
  /** Words that wait in every debate, between commas. */
  HELD_WORDS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((word) => word.trim() || [])),
  OPERATOR_NAME: z.string().default(""),
  OPERATOR_CONTACT: z.string().default(""),
  MINIMUM_AGE: z.coerce.number().int().min(0).max(99).default(16),
  /** How moderators are shown to the public; the log always keeps who it was. */
  MODERATORS_SHOWN: z.enum(["by-name", "by-role"]).default("by-name"),
  /** How long votes count on something that was changed since, unless they are confirmed. */
  VOTES_LAPSE_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** How much flags weigh together when they hide a thing until a moderator has looked; 0 for never. */
  AUTO_HIDE_SCORE: z.coerce.number().min(0).max(1000).default(6),
  CONTENT_LICENCE: z.string().default("CC BY-SA 4.0"),
  SITE_LOCALE: z.string().default("en-GB"),
  SMTP_URL: optional,
  MAIL_FROM: z.string().default("Counterpoint <counterpoint@localhost>"),
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  GOOGLE_ID: optional,
  GOOGLE_SECRET: optional,
});

export type Env = z.infer<typeof envSchema>;

function read(): Env {
  const unread = readSecretFiles(process.env);
  const parsed = envSchema.safeParse(process.env);
  if (parsed.success && unread.length === 0) return parsed.data;
  const issues = parsed.error?.issues ?? [];
  const mistakes = [
    ...unread,
    ...issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
  ].map((mistake) => `  ${mistake}`);
  throw new Error(`These settings cannot be used:\n${mistakes.join("\n")}\nSee .env.example.`);
}

/** The validated environment. Nobody else reads process.env. */
export const env: Env = read();

/** The address readers use: SITE_URL, or the local one. */
export function siteUrl(): string {
  return env.SITE_URL ?? `http://${env.HOST}:${env.PORT}`;
}
