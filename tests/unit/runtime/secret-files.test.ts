import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { readSecretFiles, secretSettings } from "@/lib/secret-files";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "counterpoint-secrets-"))));
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function fileWith(text: string): Promise<string> {
  const file = path.join(folder, String(Math.random()));
  await writeFile(file, text);
  return file;
}

describe("An operator who keeps secrets in files", () => {
  test.each(secretSettings)("has %s read from one, without the line's end", async (name) => {
    const given = { [`${name}_FILE`]: await fileWith("the secret itself\n"), PORT: "3000" };
    expect(readSecretFiles(given)).toEqual([]);
    expect(given).toEqual({ [name]: "the secret itself", PORT: "3000" });
    // What this process starts inherits the secret alone, and finds nothing given twice.
    expect(readSecretFiles(given)).toEqual([]);
  });

  test("may leave the setting itself, or the file's path, empty", async () => {
    const given = {
      SMTP_URL: "",
      SMTP_URL_FILE: await fileWith("smtp://mail"),
      REDIS_URL_FILE: "",
    };
    expect(readSecretFiles(given)).toEqual([]);
    expect(given.SMTP_URL).toBe("smtp://mail");
  });

  test("is told of a file that is missing, a folder, an empty file, and a secret given twice", async () => {
    const empty = await fileWith(" \n");
    const given = {
      DATABASE_URL_FILE: "/no/such/file",
      SMTP_URL_FILE: folder,
      NEXTAUTH_SECRET_FILE: empty,
      GITHUB_SECRET: "one",
      GITHUB_SECRET_FILE: await fileWith("another"),
    };
    const before = { ...given };
    expect(readSecretFiles(given)).toEqual([
      "DATABASE_URL_FILE: /no/such/file cannot be read (ENOENT).",
      `NEXTAUTH_SECRET_FILE: ${empty} is empty.`,
      `SMTP_URL_FILE: ${folder} cannot be read (EISDIR).`,
      "GITHUB_SECRET and GITHUB_SECRET_FILE are both set: leave one of them out.",
    ]);
    expect(given).toEqual(before);
  });

  test.skipIf(process.getuid?.() === 0)("is told of a file that they may not read", async () => {
    const file = await fileWith("secret");
    await chmod(file, 0);
    expect(readSecretFiles({ SMTP_URL_FILE: file })[0]).toContain("(EACCES)");
  });

  test("is told of all mistakes at once, those in other settings too", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "");
    vi.stubEnv("NEXTAUTH_SECRET_FILE", "/no/such/file");
    vi.stubEnv("PORT", "many");
    vi.stubEnv("SITE_URL", "nowhere");
    vi.resetModules();
    const wrong = await import("@/lib/env").catch((error: Error) => error.message);
    expect(wrong).toMatch(
      /^These settings cannot be used:\n {2}NEXTAUTH_SECRET_FILE: .*\n {2}PORT: .*\n {2}SITE_URL: /,
    );
  });

  test("runs the site with what stands in them", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "");
    vi.stubEnv("NEXTAUTH_SECRET_FILE", await fileWith("a secret from a file, long enough\n"));
    vi.resetModules();
    const { env } = await import("@/lib/env");
    expect(env.NEXTAUTH_SECRET).toBe("a secret from a file, long enough");
  });
});
