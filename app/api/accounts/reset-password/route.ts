export { resetPassword as POST } from "@/lib/accounts/handlers/reset-password";
