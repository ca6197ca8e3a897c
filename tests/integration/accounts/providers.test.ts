/** Signing in by an outside provider, against a provider of our own that speaks OAuth. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

let server: Server;
let person = { id: 1, login: "octo", name: "Octo Cat", email: "octo@example.org" };
const provider = vi.hoisted(() => ({ base: "" }));

// GitHub's description with our own server's addresses; everything else is next-auth's own.
vi.mock("@/lib/auth/providers", () => ({
  providerNames: { github: "GitHub", google: "Google" },
  configuredProviders: () => ["github"],
  providers: () => [
    {
      id: "github",
      name: "GitHub",
      type: "oauth",
      clientId: "client",
      clientSecret: "secret",
      authorization: `${provider.base}/authorize`,
      token: `${provider.base}/token`,
      userinfo: `${provider.base}/user`,
      checks: ["state", "pkce"],
      profile: (profile: typeof person) => ({
        id: String(profile.id),
        name: profile.name,
        email: profile.email,
      }),
    },
  ],
}));

function answer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("content-type", "application/json");
  if (request.url === "/token") {
    response.end(JSON.stringify({ access_token: "t", token_type: "bearer" }));
  } else response.end(JSON.stringify(person));
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  provider.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const { signInWith } = await import("@/lib/accounts/handlers/sign-in-with");
const { signIn } = await import("@/lib/accounts/handlers/sign-in");
const { callNextAuth } = await import("@/lib/auth/next-auth-bridge");
const { getAccount } = await import("@/lib/accounts/queries/account");
const { disconnectIdentity } = await import("@/lib/accounts/commands/identities");
const { Browser, origin } = await import("./browser");
const { memberWithPassword, password, actorOf } = await import("./members");

type Visitor = InstanceType<typeof Browser>;

/** Presses the button, agrees at the provider, comes back; returns where the browser is led. */
async function goThere(browser: Visitor, next = "/debates", state?: string): Promise<string> {
  const begun = await browser.post(signInWith, { provider: "github", next });
  const link = /<a href="([^"]+)">/.exec(await begun.text())![1]!;
  const there = new URL(link.replace(/&#38;/g, "&"));
  expect(there.origin).toBe(provider.base);
  expect(there.searchParams.get("code_challenge")).toBeTruthy();
  const query = { code: "code", state: state ?? there.searchParams.get("state")! };
  const back = await callNextAuth(
    new Request(`${origin}/api/auth/callback/github`, { headers: { cookie: browser.cookie } }),
    { method: "GET", segments: ["callback", "github"], query },
  );
  browser.keep(back);
  return back.headers.get("location")!.replace(origin, "");
}

describe("signing in by an outside provider", () => {
  it("A new person gets an account and is led on; the address is not taken as confirmed", async () => {
    const browser = new Browser();
    expect(await goThere(browser)).toBe("/debates");
    expect(await browser.viewer()).toMatchObject({ name: "Octo Cat", emailVerified: false });
  });

  it("The same person comes back to the same account, with another address there", async () => {
    const first = new Browser();
    await goThere(first);
    person = { ...person, email: "moved@example.org" };
    const again = new Browser();
    await goThere(again);
    expect((await again.viewer())?.id).toBe((await first.viewer())?.id);
  });

  it("Somebody else with a member's address there does not get into the account", async () => {
    const member = await memberWithPassword();
    person = { id: 666, login: "eve", name: "Eve", email: member.email };
    const browser = new Browser();
    expect(await goThere(browser)).toBe("/sign-in?error=EMAIL_TAKEN");
    expect(await browser.viewer()).toBeNull();
  });

  it("A signed-in member connects it, signs in with it, and disconnects it", async () => {
    const member = await memberWithPassword();
    person = { id: 42, login: "m", name: "M", email: member.email };
    const browser = new Browser();
    await browser.post(signIn, { email: member.email, password });
    expect(await goThere(browser, "/account")).toBe("/account");
    const elsewhere = new Browser();
    await goThere(elsewhere);
    expect((await elsewhere.viewer())?.id).toBe(member.id);
    expect((await getAccount(actorOf(member))).providers).toEqual(["github"]);
    await disconnectIdentity(actorOf(member), { provider: "github" });
    expect((await getAccount(actorOf(member))).providers).toEqual([]);
  });

  it("The only way to sign in cannot be taken away", async () => {
    person = { id: 77, login: "only", name: "Only Way", email: "only@example.org" };
    const browser = new Browser();
    await goThere(browser);
    const viewer = (await browser.viewer())!;
    await expect(disconnectIdentity(viewer, { provider: "github" })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });

  it("A way back that this browser did not begin signs nobody in", async () => {
    person = { id: 88, login: "x", name: "X Y", email: "xy@example.org" };
    const browser = new Browser();
    await goThere(browser, "/", "a state of somebody else");
    expect(await browser.viewer()).toBeNull();
  });
});
