/** Server Actions posted by hand, as a program would that read the page of somebody else. */
import type { APIRequestContext } from "@playwright/test";
import { openSession } from "@/lib/auth/commands";
import { sealSession, sessionCookieName } from "@/lib/auth/cookie";

export type Fields = (readonly [name: string, value: string])[];

/** What a request says of who sends it: from a page of this site, with a session's cookie or none. */
export type Sender = { origin: string; cookie?: string };

const site = () => process.env.NEXTAUTH_URL!;

export const nobody = (): Sender => ({ origin: site() });

/** Signs somebody in; the cookie is kept, whatever becomes of their account. */
export async function senderOf({ id }: { id: number }): Promise<Sender> {
  const cookie = await sealSession(await openSession(id, "A forging browser"));
  return { origin: site(), cookie: `${sessionCookieName()}=${cookie}` };
}

/**
 * The hidden fields of the one form on a page that says all of `marks`, those included by which the
 * server knows its action without JavaScript.
 */
export async function readForm(
  request: APIRequestContext,
  reader: Sender,
  url: string,
  marks: readonly string[],
): Promise<Fields> {
  const page = await request.get(site() + url, { headers: { ...reader } });
  const forms = (await page.text()).match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const found = forms.filter((html) => marks.every((mark) => html.includes(mark)));
  const [form] = found;
  if (!form || found.length > 1) {
    const said = `${found.length} of ${forms.length} forms say ${marks.join(", ")}`;
    throw new Error(`${url} (${page.status()}): ${said}`);
  }
  return [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => attribute(input, "type") === "hidden")
    .map((input) => [attribute(input, "name"), attribute(input, "value")] as const);
}

function attribute(tag: string, name: string): string {
  const written = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const characters: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };
  return written.replace(/&(quot|amp|lt|gt|#x27);/g, (_, code: string) => characters[code]!);
}

/** Posts a form as a browser without JavaScript does. */
export async function postForm(
  request: APIRequestContext,
  sender: Sender,
  url: string,
  fields: Fields,
) {
  const multipart = new FormData();
  for (const [name, value] of fields) multipart.append(name, value);
  return request.post(site() + url, {
    ...{ headers: { ...sender }, multipart, maxRedirects: 0 },
  });
}

/** What a script is answered: the refusal in its words, or null when there was none. */
export type Refused = { code: string; message: string } | null;

/** Posts the same as the page's own script does, which is answered with the form's state. */
export async function postAsScript(
  request: APIRequestContext,
  sender: Sender,
  url: string,
  fields: Fields,
): Promise<{ status: number; refused: Refused }> {
  const [, action = ""] = fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name)) ?? [];
  const { id } = JSON.parse(action) as { id: string };
  const multipart = new FormData();
  for (const [name, value] of fields) {
    if (!name.startsWith("$ACTION_")) multipart.append(`_1_${name}`, value);
  }
  multipart.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  const headers = { ...sender, accept: "text/x-component", "next-action": id };
  const answer = await request.post(site() + url, { headers, multipart, maxRedirects: 0 });
  const said = /"code":"([A-Z_]+)","message":"((?:[^"\\]|\\.)*)"/.exec(await answer.text());
  const refused = said ? { code: said[1]!, message: said[2]! } : null;
  return { status: answer.status(), refused };
}
