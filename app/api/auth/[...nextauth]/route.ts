import { callNextAuth } from "@/lib/auth/next-auth-bridge";
import { configuredProviders } from "@/lib/auth/providers";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only the way back from an outside provider is open; everything else has a handler of its own. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { nextauth: segments } = await params;
  const [action, provider] = segments;
  const known = configuredProviders().some((id) => id === provider);
  if (action !== "callback" || segments.length !== 2 || !known) {
    return new Response("Not found\n", { status: 404 });
  }
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return callNextAuth(request, { method: "GET", segments, query });
}
