import { describe, expect, it } from "vitest";
import { forgotPassword } from "@/lib/accounts/handlers/forgot-password";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { Browser } from "../accounts/browser";
import { memberWithPassword } from "../accounts/members";

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

describe("finding out who has an account", () => {
  it("fails at sign-in: the answer is the same for an unknown address", async () => {
    const { email } = await memberWithPassword();
    const known = new Browser();
    const unknown = new Browser();
    const one = await known.post(signIn, { email, password: "guess" });
    const two = await unknown.post(signIn, { email: "nobody@example.org", password: "guess" });
    expect([two.status, two.headers.get("location")]).toEqual([
      one.status,
      one.headers.get("location"),
    ]);
    const [first, second] = [await known.told(), await unknown.told()];
    expect(second?.code).toBe("WRONG_CREDENTIALS");
    expect(second?.message).toBe(first?.message);
  });

  it("fails by the clock: an unknown address takes as long, and one without a password too", async () => {
    const times = { known: [] as number[], unknown: [] as number[], without: [] as number[] };
    for (let round = 0; round < 9; round += 1) {
      const { email } = await memberWithPassword();
      const without = await memberWithPassword({ passwordHash: null });
      const tries = { known: email, unknown: `nobody${round}@example.org`, without: without.email };
      for (const [kind, address] of Object.entries(tries)) {
        const browser = new Browser(`192.0.2.${round}`);
        const time = await timed(() => browser.post(signIn, { email: address, password: "guess" }));
        times[kind as keyof typeof times].push(time);
      }
    }
    const known = median(times.known);
    expect(known).toBeGreaterThan(5); // the hash was really computed
    expect(median(times.unknown)).toBeGreaterThan(known * 0.5);
    expect(median(times.unknown)).toBeLessThan(known * 2);
    expect(median(times.without)).toBeGreaterThan(known * 0.5);
  });

  it("fails at the reset: both are told the same", async () => {
    const { email } = await memberWithPassword();
    const answers = await Promise.all(
      [email, "nobody@example.org"].map((address) =>
        new Browser().post(forgotPassword, { email: address }),
      ),
    );
    const [one, two] = answers.map((answer) => [answer.status, [...answer.headers]]);
    expect(two).toEqual(one);
  });
});
