import { api } from "@/lib/api/app";

/** Hands every request below /api/v1 to the API, which knows nothing of Next. */
const answer = (request: Request): Response | Promise<Response> => api.fetch(request);

export const dynamic = "force-dynamic";

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
