export { verifyEmail as POST } from "@/lib/accounts/handlers/verify-email";
