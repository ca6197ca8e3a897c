"use server";

import { defineAction } from "@/lib/actions/define-action";
import { disconnectIdentity } from "./commands/identities";
import { endOneSession, endOtherSessions } from "./commands/sessions";
import { changePassword, requestEmailChange, updateProfile } from "./commands/settings";
import { createToken, revokeToken } from "./commands/tokens";
import { resendVerification } from "./commands/verify-email";
import * as schema from "./schema";

export const updateProfileAction = defineAction(schema.updateProfileSchema, updateProfile);
export const changePasswordAction = defineAction(schema.changePasswordSchema, changePassword);
export const changeEmailAction = defineAction(schema.changeEmailSchema, requestEmailChange);
export const resendVerificationAction = defineAction(
  schema.resendVerificationSchema,
  resendVerification,
);
export const endSessionAction = defineAction(schema.endSessionSchema, endOneSession);
export const endOtherSessionsAction = defineAction(schema.endOtherSessionsSchema, endOtherSessions);
export const createTokenAction = defineAction(schema.createTokenSchema, createToken);
export const revokeTokenAction = defineAction(schema.revokeTokenSchema, revokeToken);
export const disconnectAction = defineAction(schema.disconnectSchema, disconnectIdentity);
