import { z } from "zod";
import { characterCount, line, prose } from "@/lib/shared/text";
import { scopes } from "@/lib/shared/viewer";
import { isReservedHandle } from "./handles";
import { nameProblem } from "./names";
import { limits } from "./vocabulary";

/** An e-mail address in small letters. */
export const emailSchema = line({ min: 1, max: 254 }).pipe(
  z
    .string()
    .toLowerCase()
    .regex(/^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\.]{2,}$/, {
      error: "EMAIL_NOT_VALID",
    })
    // Small letters can be longer than the capitals that were counted.
    .max(254, { error: "EMAIL_NOT_VALID" }),
);

export const nameSchema = line(limits.name).superRefine((name, context) => {
  const problem = name === "" ? null : nameProblem(name);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const handleSchema = z
  .string({ error: "REQUIRED" })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_-]{1,29}$/, { error: "HANDLE_NOT_VALID" })
  .refine((handle) => !isReservedHandle(handle), { error: "HANDLE_RESERVED" });

/** A password as typed to prove who one is: any text, compared in one normal form. */
export const passwordSchema = z
  .string({ error: "REQUIRED" })
  .min(1, { error: "REQUIRED" })
  .max(1000, { error: "NOT_USABLE" })
  .refine((text) => !text.includes("\u0000"), { error: "CONTROL_CHARACTERS" })
  .transform((text) => text.normalize("NFKC"));

/** A password to be set: its length here, how easy it is to guess in lib/accounts/passwords. */
export const newPasswordSchema = passwordSchema.superRefine((password, context) => {
  const count = characterCount(password);
  const { min, max } = limits.password;
  if (count < min) {
    context.addIssue({ code: "custom", message: "TOO_SHORT", params: { min, count } });
  } else if (count > max) {
    context.addIssue({
      code: "custom",
      message: "TOO_LONG",
      params: { max, over: count - max, count },
    });
  }
});

const code = z
  .string({ error: "LINK_INCOMPLETE" })
  .regex(/^[\w-]{43}$/, { error: "LINK_INCOMPLETE" });
const next = z.string().max(2000).optional();

export const signInSchema = z.strictObject({ email: emailSchema, password: passwordSchema, next });
export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  handle: z.union([z.literal("").transform(() => undefined), handleSchema]).optional(),
  password: newPasswordSchema,
  agreed: z.literal("on", { error: "AGREEMENT_REQUIRED" }),
  next,
});
export const forgotPasswordSchema = z.strictObject({ email: emailSchema });
export const resetPasswordSchema = z.strictObject({ token: code, password: newPasswordSchema });
export const verifyEmailSchema = z.strictObject({ token: code });
export const signInWithSchema = z.strictObject({ provider: z.enum(["github", "google"]), next });

export const updateProfileSchema = z.strictObject({ name: nameSchema, about: prose(limits.about) });
export const changeEmailSchema = z.strictObject({ email: emailSchema, password: passwordSchema });
export const changePasswordSchema = z.strictObject({
  password: passwordSchema,
  newPassword: newPasswordSchema,
});
export const resendVerificationSchema = z.strictObject({});
export const endSessionSchema = z.strictObject({ sessionId: z.uuid({ error: "NOT_USABLE" }) });
export const endOtherSessionsSchema = z.strictObject({});
export const disconnectSchema = z.strictObject({ provider: z.enum(["github", "google"]) });
export const eraseAccountSchema = z.strictObject({
  handle: z.string({ error: "REQUIRED" }).trim().toLowerCase().max(60),
  password: z
    .string()
    .max(1000)
    .default("")
    .transform((text) => text.normalize("NFKC")),
});

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(item));

export const createTokenSchema = z.strictObject({
  name: line(limits.tokenName),
  scopes: oneOrMore(z.enum(scopes)).pipe(
    z
      .array(z.enum(scopes))
      .min(1, { error: "SCOPE_REQUIRED" })
      .transform((chosen) => scopes.filter((scope) => chosen.includes(scope))),
  ),
});
export const revokeTokenSchema = z.strictObject({
  tokenId: z.coerce.number().int().min(1).max(2_147_483_647),
});

export type SignUp = z.output<typeof signUpSchema>;
