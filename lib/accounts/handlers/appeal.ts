import "server-only";
import { readAppealPass } from "@/lib/auth/appeal-pass";
import { appealOutside } from "@/lib/moderation/commands/appeal";
import { appealSchema } from "@/lib/moderation/schema";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { z } from "zod";
import { clientNetwork } from "../client-address";
import { throttle } from "../throttle";
import { postHandler, seeOther } from "./post-handler";

/** POST /api/accounts/appeal: the appeal of somebody who is suspended or banned. */
export const appeal = postHandler({
  schema: appealSchema.extend({ pass: z.string().max(500) }),
  page: routes.shutOut(),
  back: ({ pass }) => routes.shutOut(pass?.slice(0, 500)),
  run: async ({ pass, ...input }, request) => {
    await throttle("link-address", clientNetwork(request.headers));
    const userId = readAppealPass(pass);
    if (userId === null) throw new DomainError("LINK_EXPIRED");
    await appealOutside(userId, input);
    return seeOther(routes.shutOut(pass, { done: 1 }));
  },
});
