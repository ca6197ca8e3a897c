/** A browser as far as our form handlers are concerned: posts forms, keeps cookies. */
import type { Viewer } from "@/lib/shared/viewer";
import { identify } from "@/lib/auth/identify";
import { openFlash, type Flash } from "@/lib/auth/flash";

type Handler = (request: Request) => Promise<Response>;

export const origin = "http://localhost:3000";

export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly address = `198.51.100.${Math.floor(Math.random() * 250)}`) {}

  /** Posts a form the way a page of this site does. An empty header is left out. */
  async post(handler: Handler, fields: Record<string, string>, more: Record<string, string> = {}) {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      origin,
      host: "localhost:3000",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0",
      "x-forwarded-for": this.address,
      cookie: this.cookie,
      ...more,
    };
    const response = await handler(
      new Request(`${origin}/form`, {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: Object.entries(headers).filter(([, value]) => value !== ""),
      }),
    );
    this.keep(response);
    return response;
  }

  /** Keeps what a response sets, and forgets what it removes. */
  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Who the server takes this browser for. */
  viewer(): Promise<Viewer | null> {
    return identify(new Headers({ cookie: this.cookie }));
  }

  /** What the last refused form was told. */
  told(): Promise<Flash | null> {
    return openFlash(this.cookie);
  }
}
